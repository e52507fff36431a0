using System.Text.Json.Nodes;
using EvalAwareness.Results.Store;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Report.Reading;

/// <summary>What was read at each token of a transcript and what the judges made of it.</summary>
internal sealed class ReadingRows(RunTables tables, TextTable texts)
{
    private readonly ILookup<(string, string), ExplanationRow> _explanations =
        tables.Explanations.ToLookup(row => (row.TranscriptId, row.Condition));

    private readonly ILookup<(string, string), VerdictRow> _turns =
        tables.Verdicts.Where(row => row.Subject == Subjects.Turn).ToLookup(row => (row.TranscriptId, row.Condition));

    private readonly ILookup<(string, string, int?, int?), VerdictRow> _verdicts =
        tables.Verdicts.Where(row => row.Subject == Subjects.Explanation)
            .ToLookup(row => (row.TranscriptId, row.Condition, row.Position, row.Sample));

    /// <summary>Turns as [message, verdict, evidence]; readings in the order of the tokens.</summary>
    public JsonObject Of(TranscriptRow transcript)
    {
        var key = (transcript.TranscriptId, transcript.Condition);
        var positions = _explanations[key].GroupBy(row => row.Position).OrderBy(group => group.Key);
        return new JsonObject
        {
            ["turns"] = new JsonArray([.. _turns[key].Select(Turn)]),
            ["readings"] = new JsonArray([.. positions.Select(group => Reading([.. group.OrderBy(row => row.Sample)]))]),
        };
    }

    private JsonArray Turn(VerdictRow row) =>
        new(row.MessageIndex, texts.Number(row.Outcome), texts.Number(row.Evidence));

    /// <summary>[position, standing, token, section, message, norm, credence, samples].</summary>
    private JsonArray Reading(IReadOnlyList<ExplanationRow> samples)
    {
        var first = samples[0];
        return new JsonArray(
            first.Position, texts.Number(Standing.Of(samples.Select(VerdictOn))), texts.Number(first.Token), texts.Number(first.Section),
            first.MessageIndex, DataBlock.Number(first.L2Norm), DataBlock.Number(first.LabelCredence),
            new JsonArray([.. samples.Select(Sample)]));
    }

    /// <summary>[explanation, status, verdict, evidence, reason, cosine, FVE].</summary>
    private JsonArray Sample(ExplanationRow row)
    {
        var verdict = VerdictOn(row);
        return new JsonArray(
            texts.Number(row.Description ?? row.RawResponse), texts.Number(row.Status),
            texts.Number(verdict?.Outcome), texts.Number(verdict?.Evidence),
            texts.Number(verdict?.UnparsedReason ?? verdict?.RefusedReason ?? verdict?.Reasoning),
            DataBlock.Number(row.CosineSimilarity), DataBlock.Number(row.FveNrm));
    }

    private VerdictRow? VerdictOn(ExplanationRow row) =>
        _verdicts[(row.TranscriptId, row.Condition, row.Position, row.Sample)].FirstOrDefault();
}
