namespace EvalAwareness.Inference.Templating;

/// <summary>The value of a name that nobody set: false, empty, and an error to use in any other way.</summary>
internal sealed record Undefined(string Name);
