namespace EvalAwareness.Results.Curves;

/// <summary>A quantity that changes over the steps of a training.</summary>
/// <param name="Name">What it is, in a few words.</param>
/// <param name="Points">Its values; steps without one are left out.</param>
public sealed record Curve(string Name, IReadOnlyList<(int Step, double Value)> Points);
