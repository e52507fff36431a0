using EvalAwareness.Core.Transcripts;
using EvalAwareness.Pipeline.Capturing;
using EvalAwareness.Pipeline.Explaining;
using EvalAwareness.Pipeline.Planning;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Pipeline.Running;

/// <summary>Turns what became of a block into the rows it leaves behind: every planned sample has exactly one.</summary>
internal static class BlockRows
{
    public static BlockRecord From(Block block, IReadOnlyList<Sampled> samples, IReadOnlyList<Judged> judged) => new(
        block.Index,
        [.. samples.Select(Explanation)],
        [.. judged.Select(answer => Verdict(answer, block.Condition))],
        [.. FailureRows.From(block.Condition, samples, judged)]);

    private static ExplanationRow Explanation(Sampled sample)
    {
        var (token, transcript) = (sample.Position.Token, sample.Position.Item.Transcript);
        return new ExplanationRow
        {
            TranscriptId = transcript.Id,
            Dataset = transcript.Dataset,
            Condition = sample.Key.Condition,
            Position = token.Position,
            MessageIndex = token.MessageIndex,
            Role = Lower(transcript.Messages[token.MessageIndex].Role),
            Section = token.Section!.Value.Name(),
            Token = token.Text,
            TokenId = token.TokenId,
            L2Norm = sample.Position.Activation is { L2Norm: var norm } && double.IsFinite(norm) ? norm : null,
            Sample = sample.Key.Sample,
            Seed = sample.Key.Seed,
            Description = sample.Explanation?.Description,
            RawResponse = sample.Explanation?.RawResponse,
            Status = Status(sample),
            Closed = sample.IsClosed,
            GeneratedTokens = sample.Explanation?.GeneratedTokens,
            CosineSimilarity = sample.Fidelity?.CosineSimilarity,
            Mse = sample.Fidelity?.Mse,
            FveNrm = sample.Fidelity?.FveNrm,
            LabelCredence = transcript.Truth?.CredenceAt(token),
        };
    }

    private static string Status(Sampled sample) => sample switch
    {
        { Position.Status: CaptureStatus.Filtered } => "filtered",
        { Explanation: { } explanation } => Lower(explanation.Status),
        _ => "failed",
    };

    private static VerdictRow Verdict(Judged judged, string condition) => new()
    {
        TranscriptId = judged.Question.Transcript.Id,
        Dataset = judged.Question.Transcript.Dataset,
        Condition = condition,
        Subject = judged.Question.Subject,
        Position = judged.Question.Position,
        Sample = judged.Question.Sample,
        MessageIndex = judged.Question.MessageIndex,
        Judge = judged.Question.Judge.Name,
        JudgeModel = judged.Question.Judge.Model,
        PromptSha256 = judged.Question.Judge.PromptSha256,
        Verdict = judged.Answer.Verdict is { } verdict ? Lower(verdict) : null,
        Score = judged.Answer.Score,
        Evidence = judged.Answer.Evidence,
        Reasoning = judged.Answer.Reasoning,
        UnparsedReason = judged.Answer.UnparsedReason,
        RefusedReason = judged.Answer.RefusedReason,
        // A rubric answers once and at once; its microseconds say nothing and would make equal runs differ.
        Cached = judged.Answer.Call?.Cached ?? false,
        Attempts = judged.Answer.Call?.Attempts ?? 1,
        LatencyMs = judged.Answer.Call?.Latency.TotalMilliseconds ?? 0,
    };

    private static string Lower<TEnum>(TEnum member) where TEnum : struct, Enum => member.ToString().ToLowerInvariant();
}
