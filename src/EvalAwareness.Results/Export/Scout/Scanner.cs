using System.Text.Json.Nodes;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Export.Scout;

/// <summary>One of the two things that are asked of every transcript, with the judge that answered.</summary>
/// <param name="Name">As its table is called.</param>
/// <param name="Params">What its answers depend on.</param>
/// <param name="ResultOf">What it says of a transcript.</param>
internal sealed record Scanner(string Name, JsonObject Params, Func<TranscriptAwareness, ScanResult> ResultOf)
{
    /// <param name="verdicts">Those of one condition.</param>
    public static Scanner OfExplanations(IReadOnlyList<VerdictRow> verdicts) =>
        new("nla_awareness", Judge(verdicts, Subjects.Explanation), ScanResult.OfExplanations);

    /// <inheritdoc cref="OfExplanations"/>
    public static Scanner OfTurns(IReadOnlyList<VerdictRow> verdicts) =>
        new("verbalized_awareness", Judge(verdicts, Subjects.Turn), ScanResult.OfTurns);

    private static JsonObject Judge(IReadOnlyList<VerdictRow> verdicts, string subject) =>
        verdicts.FirstOrDefault(verdict => verdict.Subject == subject) is { } judged
            ? new JsonObject { ["judge"] = judged.Judge, ["judge_model"] = judged.JudgeModel, ["prompt_sha256"] = judged.PromptSha256 }
            : [];
}
