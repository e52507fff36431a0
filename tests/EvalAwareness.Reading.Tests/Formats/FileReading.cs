using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Datasets;

namespace EvalAwareness.Reading.Tests.Formats;

/// <summary>Reads one file as a dataset of its own.</summary>
internal static class FileReading
{
    public static async Task<List<ReadItem>> ReadAsync(string path)
    {
        var dataset = new Dataset("d", TranscriptKind.Evaluation, Path.GetDirectoryName(path)!, [path], "");
        return await new TranscriptReader().ReadAsync(dataset, limit: null, TestContext.Current.CancellationToken).ToListAsync();
    }

    public static Task<List<ReadItem>> ReadAsync(this TestFolder folder, string name, string text) => ReadAsync(folder.Write(name, text));

    /// <summary>Where and why, of everything that was not read.</summary>
    public static IEnumerable<string> Reasons(this IEnumerable<ReadItem> items) => items.SelectMany(item => item.Failures).Select(failure => $"{failure.Source}: {failure.Message}");
}
