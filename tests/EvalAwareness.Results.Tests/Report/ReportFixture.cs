using System.Text;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Results.Report;
using EvalAwareness.Results.Store;
using EvalAwareness.Results.Tests.Synthetic;

namespace EvalAwareness.Results.Tests.Report;

/// <summary>What the report tests share: a loaded synthetic run and the texts of its transcripts.</summary>
internal static class ReportFixture
{
    public const string Attack = "</script><img src=x onerror=alert(1)>";

    private static readonly Lazy<Task<RunTables>> Loaded = new(LoadAsync);

    /// <summary>The tables of the synthetic run, written and read back once for all tests.</summary>
    public static Task<RunTables> TablesAsync() => Loaded.Value;

    /// <summary>A system and a user message before the first position read, then the response, one word to a token.</summary>
    public static TokenizedTranscript Text(string id, int tokens, string word = " word")
    {
        var transcript = new Transcript(id, id, TranscriptKind.Evaluation, [], "00");
        return new TokenizedTranscript(transcript, [.. Enumerable.Range(0, tokens).Select(position => Token(position, word))]);
    }

    public static string Svg(string label) => new StringBuilder()
        .Append("""<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 240"><rect width="480" height="240" fill="#f4efe6"/>""")
        .Append($"""<text x="24" y="48">{label}</text></svg>""")
        .ToString();

    private static async Task<RunTables> LoadAsync()
    {
        using var folder = new TemporaryFolder();
        await new SyntheticRun().WriteAsync(folder.File("run"));
        return await RunTables.LoadAsync(folder.File("run"), TestContext.Current.CancellationToken);
    }

    private static TranscriptToken Token(int position, string word)
    {
        SegmentKind? section = position switch
        {
            < 2 => null,
            < 20 => SegmentKind.System,
            < 56 => SegmentKind.User,
            < 60 => SegmentKind.AssistantReasoning,
            _ => SegmentKind.AssistantText,
        };
        return new TranscriptToken(position, 100, position % 9 == 8 ? word + "." : word, position < 20 ? 0 : position < 56 ? 1 : 2, section, 0, 0);
    }
}
