using EvalAwareness.Core.Transcripts;
using EvalAwareness.Pipeline.Capturing;
using EvalAwareness.Pipeline.Explaining;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Pipeline.Running;

/// <summary>The failures of a block, each with the stage that refused the item.</summary>
internal static class FailureRows
{
    public static IEnumerable<FailureRow> From(string condition, IReadOnlyList<Sampled> samples, IReadOnlyList<Judged> judged) =>
        Captures(condition, samples).Concat(Samples(condition, samples)).Concat(Judgements(condition, judged));

    // A transcript is captured or not as a whole: one row stands for all its positions.
    private static IEnumerable<FailureRow> Captures(string condition, IReadOnlyList<Sampled> samples) =>
        from sample in samples
        where sample.Position.Status == CaptureStatus.Failed
        group sample by sample.Position.Item into failed
        select Row("capture", failed.Key.Transcript, condition, null, failed.First().Position.Problem!);

    private static IEnumerable<FailureRow> Samples(string condition, IReadOnlyList<Sampled> samples) =>
        from sample in samples
        let stage = sample.Problem is not null ? "explain" : "score"
        let problem = sample.Problem ?? sample.ScoreProblem
        where problem is not null
        select Row(stage, sample.Position.Item.Transcript, condition, sample.Key.Position, problem);

    private static IEnumerable<FailureRow> Judgements(string condition, IReadOnlyList<Judged> judged) =>
        from answer in judged
        where answer.Problem is not null
        let question = answer.Question
        let message = $"{question.Subject} in message {question.MessageIndex}: {answer.Problem}"
        select Row("judge", question.Transcript, condition, question.Position, message);

    private static FailureRow Row(string stage, Transcript transcript, string condition, int? position, string message) => new()
    {
        Stage = stage,
        TranscriptId = transcript.Id,
        Dataset = transcript.Dataset,
        Condition = condition,
        Position = position,
        Message = message,
    };
}
