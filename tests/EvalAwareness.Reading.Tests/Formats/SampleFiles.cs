using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Datasets;

namespace EvalAwareness.Reading.Tests.Formats;

/// <summary>Reads the small files that ship with these tests, or a text in a file of its own.</summary>
internal static class SampleFiles
{
    public static Task<List<ReadItem>> ReadAsync(string name, string? format = null) =>
        ReadPathAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", "samples", name), format);

    public static async Task<List<ReadItem>> ReadTextAsync(string text, string name = "sample.jsonl", string? format = null)
    {
        using var folder = new TestFolder();
        return await ReadPathAsync(folder.Write(name, text), format);
    }

    public static async Task<List<ReadItem>> ReadPathAsync(string path, string? format = null)
    {
        var dataset = new Dataset("sample", TranscriptKind.Evaluation, Path.GetDirectoryName(path)!, [path], "") { Format = format };
        return await new TranscriptReader().ReadAsync(dataset, limit: null, TestContext.Current.CancellationToken).ToListAsync();
    }

    /// <summary>The messages in short: role, author where it is not the role's own, text, and what stands beside it.</summary>
    public static IEnumerable<string> Told(this ReadItem item) => item.Transcript!.Messages.Select(Told);

    /// <summary>What was left out: place and reason.</summary>
    public static IEnumerable<(string Place, string Reason)> LeftOut(this ReadItem item) =>
        item.Transcript!.Omissions.Select(omission => (omission.Place, omission.Reason));

    private static string Told(Message message) => string.Concat(
        message.Role.ToString().ToLowerInvariant(),
        message.ToolCallId.Length > 0 ? $" {message.ToolCallId}" : "",
        message.Author is { } author ? $" ({author.Name()})" : "",
        $": {message.Content}",
        message.Reasoning.Length > 0 ? $" | thinks {message.Reasoning}" : "",
        string.Concat(message.ToolCalls.Select(call => $" | calls {call.Id} {call.Name} {call.Arguments}")));
}
