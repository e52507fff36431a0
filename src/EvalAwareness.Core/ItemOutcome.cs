namespace EvalAwareness.Core;

/// <summary>What became of one item: a value, or the reason why there is none.</summary>
public sealed record ItemOutcome<T>(T? Value, string? Failure) where T : class;
