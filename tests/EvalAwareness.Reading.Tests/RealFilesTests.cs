using System.Text.RegularExpressions;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Datasets;
using EvalAwareness.Tests;

namespace EvalAwareness.Reading.Tests;

/// <summary>Real transcripts, where they lie beside the project: what is read of each is what its provenance says it holds.</summary>
public sealed partial class RealFilesTests
{
    private static readonly string Folder = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data"));
    private static readonly string Provenance = Path.Combine(Folder, "PROVENANCE.md");

    // Provenance counts the steps of an ATIF file; results of tools stand within a step, and are messages here as everywhere. It counts tool calls that
    // stand as JSON in the place of a turn's text as text, against its own definition of a turn without any.
    private static readonly Dictionary<string, string> Corrected = new()
    {
        ["openhands/openhands_hello-world.trajectory.json"] = "1/7/2/0",
        ["openhands/terminus_2_hello-world-context-summarization-linear-history.trajectory.json"] = "1/8/3/0",
        ["sharegpt/glaive_toolcall_en_demo.json"] = "300/1914/957/211",
    };

    public static TheoryData<string, string> Files => File.Exists(Provenance) ? [.. Listed()] : [];

    [Theory(SkipTestWithoutData = true)]
    [MemberData(nameof(Files))]
    public async Task What_is_read_of_a_file_is_what_it_holds(string name, string counts)
    {
        var items = await ReadAsync(Path.Combine(Folder, name));
        var held = items.Select(item => item.Transcript).OfType<Transcript>().Select(TranscriptCounts.Of).Aggregate(TranscriptCounts.None, (sum, one) => sum + one);
        Assert.Equal(Corrected.GetValueOrDefault(name, counts), $"{held.Conversations}/{held.Messages}/{held.AssistantTurns}/{held.TurnsWithoutText}");
    }

    private static async Task<IReadOnlyList<ReadItem>> ReadAsync(string path)
    {
        var dataset = new Dataset("real", TranscriptKind.Evaluation, Folder, [path], "");
        return await new TranscriptReader().ReadAsync(dataset, limit: null, TestContext.Current.CancellationToken).ToListAsync();
    }

    private static IEnumerable<TheoryDataRow<string, string>> Listed()
    {
        var folder = "";
        foreach (var line in File.ReadLines(Provenance))
        {
            if (line.StartsWith("### ", StringComparison.Ordinal))
                folder = line[4..];
            if (Row.Match(line) is { Success: true } row)
                yield return new TheoryDataRow<string, string>($"{folder}/{row.Groups[1].Value}", row.Groups[2].Value);
        }
    }

    [GeneratedRegex(@"^\| (\S+) \([^)]*\) \|.*\| (\d+/\d+/\d+/\d+) \|")]
    private static partial Regex Row { get; }
}
