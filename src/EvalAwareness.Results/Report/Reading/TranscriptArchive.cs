using System.Text.Json.Nodes;
using EvalAwareness.Core.Rates;
using EvalAwareness.Results.Report.Html;
using EvalAwareness.Results.Store;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Report.Reading;

/// <summary>What the page needs to show any transcript: a list, each transcript in a block of its own that is parsed when it is
/// chosen, and one table of all texts.</summary>
internal static class TranscriptArchive
{
    /// <summary>Explanations a page can carry and still open at once, on a phone too.</summary>
    private const int MostExplanations = 40_000;

    /// <summary>What is left out, in words; nothing where every transcript is shown.</summary>
    public static Markup Note(RunTables tables) => Stride(tables) is 1
        ? Markup.Nothing
        : Markup.Of($"""<p class="note">Of so many, one in {Stride(tables)} transcripts is shown here; the tables of the run hold all.</p>""");

    public static Markup Of(ReportContent content)
    {
        var texts = new TextTable();
        var readings = new ReadingRows(content.Tables, texts);
        var tokens = new TokenRows(content.TextOf, texts);
        var tallies = content.Tables.Tallies();
        var k = ControlThreshold.Calibrate(tallies) ?? 1;
        var list = new JsonArray();
        var blocks = new List<Markup>();
        var shown = Shown(content.Tables);
        foreach (var (row, tally) in content.Tables.Transcripts.Zip(tallies).Where(pair => shown.Contains(pair.First.TranscriptId)))
        {
            blocks.Add(DataBlock.Of($"readings-{list.Count}", readings.Of(row)));
            list.Add(Entry(row, tally, k, tokens.NumberOf(row.TranscriptId)));
        }
        blocks.AddRange(tokens.Blocks);
        return Markup.Of($"{DataBlock.Of("list", list)}{DataBlock.Of("texts", Texts(texts))}{blocks}");
    }

    /// <summary>Spread over all datasets, and the same under every condition.</summary>
    private static HashSet<string> Shown(RunTables tables)
    {
        var stride = Stride(tables);
        return [.. tables.Transcripts.Select(row => row.TranscriptId).Distinct().Where((_, index) => index % stride == 0)];
    }

    private static int Stride(RunTables tables) => Math.Max(1, (int)Math.Ceiling((double)tables.Explanations.Count / MostExplanations));

    private static JsonObject Entry(TranscriptRow row, TranscriptTally tally, int k, int tokens) => new()
    {
        ["id"] = row.TranscriptId,
        ["dataset"] = row.Dataset,
        ["kind"] = row.Kind,
        ["condition"] = row.Condition,
        ["said"] = Standing.Of(tally.Turns, 1),
        ["read"] = Standing.Of(tally.Explanations, k),
        ["yes"] = tally.Explanations.Yes,
        ["answered"] = tally.Explanations.Answered,
        ["aware"] = row.LabelAware,
        ["tokens"] = tokens,
    };

    private static JsonArray Texts(TextTable texts) => new([.. texts.Texts.Select(text => JsonValue.Create(text))]);
}
