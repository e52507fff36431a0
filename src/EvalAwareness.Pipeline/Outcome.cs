namespace EvalAwareness.Pipeline;

/// <summary>What became of one item: a value, or the reason why there is none.</summary>
internal sealed record Outcome<T>(T? Value, string? Failure) where T : class;
