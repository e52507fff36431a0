namespace EvalAwareness.Pipeline.Reading;

/// <summary>One transcript's JSON as it stands in a file, or the reason why it cannot be had.</summary>
/// <param name="File">File name without its folder.</param>
/// <param name="Number">Line number in a JSONL file, place in an array, from 1.</param>
/// <param name="Json">UTF-8 bytes of the JSON value.</param>
/// <param name="Problem">Why there is nothing to parse; null when there is.</param>
internal sealed record SourceItem(string File, int Number, ReadOnlyMemory<byte> Json, string? Problem = null)
{
    /// <summary>File and line, for messages.</summary>
    public string Source => $"{File}:{Number}";
}
