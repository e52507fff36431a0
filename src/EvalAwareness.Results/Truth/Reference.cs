namespace EvalAwareness.Results.Truth;

/// <summary>Something other than a reading of the activation, held against the belief in the same way.</summary>
/// <param name="Name">As the truth table names it.</param>
public sealed record Reference(string Name, Detection Detection);
