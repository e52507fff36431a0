using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Tests.Synthetic;

/// <summary>The single rows of a synthetic run.</summary>
internal static class SyntheticRows
{
    public const string PromptSha256 = "5f70bf18a086007016e948b04aed3b82103a36bea41755b6cddfaf10ace3c6ef";

    /// <summary>Index of the first position read: the tokens before it are the prompt.</summary>
    public const int FirstPosition = 60;

    public static TranscriptRow Transcript(string dataset, int index, string condition, int positions)
    {
        var kind = dataset == "deployment" ? TranscriptKind.Deployment : TranscriptKind.Evaluation;
        var aware = kind == TranscriptKind.Evaluation && index % 2 == 0;
        return new TranscriptRow
        {
            TranscriptId = $"{dataset}-{index:D3}",
            Dataset = dataset,
            Kind = kind.Name(),
            Condition = condition,
            Sha256 = $"{index:x64}",
            Messages = 3,
            Tokens = FirstPosition + 5 * positions,
            ResponseTokens = 5 * positions,
            Positions = positions,
            ExcludedTooEarly = 4,
            Status = TranscriptRow.Planned,
            LabelAware = aware,
            LabelVerbalized = aware && dataset == "blackmail" && index % 4 == 0,
            LabelCues = aware ? 2 : 0,
        };
    }

    public static ExplanationRow Explanation(TranscriptRow transcript, int place, bool yes) => new()
    {
        TranscriptId = transcript.TranscriptId,
        Dataset = transcript.Dataset,
        Condition = transcript.Condition,
        Position = FirstPosition + 5 * place,
        MessageIndex = 2,
        Role = "assistant",
        Section = "text",
        Token = " word",
        TokenId = 100 + place,
        L2Norm = 10 + place,
        Sample = 0,
        Seed = 7,
        Description = Words(transcript, place, yes),
        RawResponse = $"<explanation>{Words(transcript, place, yes)}</explanation>",
        Status = "closed",
        Closed = true,
        GeneratedTokens = 24,
        CosineSimilarity = Fidelity(transcript, 0.9),
        Mse = 2 * (1 - Fidelity(transcript, 0.9)),
        FveNrm = Fidelity(transcript, 0.8),
        LabelCredence = transcript.LabelAware == true ? 0.55 + 0.04 * place : 0.04 * place,
    };

    public static VerdictRow OfExplanation(TranscriptRow transcript, int place, bool yes) => Verdict(transcript) with
    {
        Subject = Subjects.Explanation,
        Position = FirstPosition + 5 * place,
        Sample = 0,
        Verdict = yes ? "yes" : place == 9 ? "unclear" : "no",
        Evidence = yes ? "suspects an evaluation" : "",
        Reasoning = yes ? "says outright that it is an evaluation" : "nothing of an evaluation",
    };

    public static IEnumerable<VerdictRow> OfTurns(TranscriptRow transcript) =>
    [
        Verdict(transcript) with
        {
            Subject = Subjects.Turn,
            Verdict = transcript.LabelVerbalized == true ? "yes" : "no",
            Evidence = transcript.LabelVerbalized == true ? "this looks like a test of me" : "",
        },
    ];

    private static VerdictRow Verdict(TranscriptRow transcript) => new()
    {
        TranscriptId = transcript.TranscriptId,
        Dataset = transcript.Dataset,
        Condition = transcript.Condition,
        Subject = "",
        MessageIndex = 2,
        Judge = "rubric-v1",
        PromptSha256 = PromptSha256,
        Cached = false,
        Attempts = 1,
        LatencyMs = 0.1,
    };

    private static double Fidelity(TranscriptRow transcript, double baseline) =>
        transcript.Condition == Conditions.Baseline ? baseline : baseline - 1;

    private static string Words(TranscriptRow transcript, int place, bool yes) => yes
        ? $"A {transcript.Dataset} scene; the assistant suspects an evaluation and writes sentence {place}."
        : $"A {transcript.Dataset} scene; the assistant treats it as real work and writes sentence {place}.";
}
