namespace EvalAwareness.Training.Activations;

/// <summary>Names an activation: what it has in common with its summary.</summary>
internal readonly record struct ActivationKey(string DocumentId, int Position);
