using System.Text.Json.Nodes;
using EvalAwareness.Core.Rates;
using EvalAwareness.Results.Report.Html;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Report.Reading;

/// <summary>What the page needs to show any transcript: a list, each transcript in a block of its own that is parsed when it is
/// chosen, and one table of all texts.</summary>
internal static class TranscriptArchive
{
    public static Markup Of(ReportContent content)
    {
        var texts = new TextTable();
        var readings = new ReadingRows(content.Tables, texts);
        var tokens = new TokenRows(content.TextOf, texts);
        var tallies = content.Tables.Tallies();
        var k = ControlThreshold.Calibrate(tallies) ?? 1;
        var list = new JsonArray();
        var blocks = new List<Markup>();
        foreach (var (row, tally) in content.Tables.Transcripts.Zip(tallies))
        {
            blocks.Add(DataBlock.Of($"readings-{list.Count}", readings.Of(row)));
            list.Add(Entry(row, tally, k, tokens.NumberOf(row.TranscriptId)));
        }
        blocks.AddRange(tokens.Blocks);
        return Markup.Of($"{DataBlock.Of("list", list)}{DataBlock.Of("texts", Texts(texts))}{blocks}");
    }

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
