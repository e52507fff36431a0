using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Datasets;
using EvalAwareness.Tests;

namespace EvalAwareness.Reading.Tests;

/// <summary>Reads small files of our own making, and tells what was read in a line for each message.</summary>
internal static class SampleReading
{
    public static Task<IReadOnlyList<ReadItem>> ReadAsync(string name, string? format = null) =>
        ReadFileAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", "samples", name), format);

    public static async Task<IReadOnlyList<ReadItem>> ReadTextAsync(string text)
    {
        using var folder = new TestFolder();
        return await ReadFileAsync(folder.Write("sample", text));
    }

    public static async Task<Transcript> OneAsync(string name) => Assert.Single(await ReadAsync(name)).Transcript!;

    public static async Task<Transcript> OneOfTextAsync(string text) => Assert.Single(await ReadTextAsync(text)).Transcript!;

    /// <summary>Role and author, visible text, reasoning, calls and the call that is answered.</summary>
    public static string Told(Message message) => string.Join(" | ", new[]
    {
        message.Role.ToString().ToLowerInvariant() + (message.Author is { } author ? $" ({author.Name()})" : "") + $": {message.Content}",
        message.Reasoning.Length > 0 ? $"thinks {message.Reasoning}" : "",
        string.Join(" | ", message.ToolCalls.Select(call => $"calls {call.Name} {call.Arguments}{(call.Id.Length > 0 ? $" as {call.Id}" : "")}")),
        message.ToolCallId.Length > 0 ? $"answers {message.ToolCallId}" : "",
    }.Where(part => part.Length > 0));

    public static IReadOnlyList<string> Told(Transcript transcript) => [.. transcript.Messages.Select(Told)];

    private static async Task<IReadOnlyList<ReadItem>> ReadFileAsync(string path, string? format = null)
    {
        var dataset = new Dataset("sample", TranscriptKind.Evaluation, Path.GetDirectoryName(path)!, [path], "") { Format = format };
        return await new TranscriptReader().ReadAsync(dataset, limit: null, TestContext.Current.CancellationToken).ToListAsync();
    }
}
