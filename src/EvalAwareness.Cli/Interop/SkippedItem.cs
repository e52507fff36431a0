namespace EvalAwareness.Cli.Interop;

/// <summary>Something that was left out.</summary>
/// <param name="Source">A transcript's id, a file with its line, or a row.</param>
/// <param name="Reason">Why.</param>
internal sealed record SkippedItem(string Source, string Reason);
