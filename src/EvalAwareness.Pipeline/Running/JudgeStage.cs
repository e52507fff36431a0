using EvalAwareness.Core;
using EvalAwareness.Core.Judging;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Pipeline.Explaining;
using EvalAwareness.Pipeline.Planning;

namespace EvalAwareness.Pipeline.Running;

/// <summary>Asks the judges: about every closed explanation, and once about every assistant turn.</summary>
internal sealed class JudgeStage(AuditJudges judges, TimeProvider time)
{
    /// <summary>Explanations in order, then turns in order.</summary>
    public async Task<IReadOnlyList<Judged>> JudgeAsync(Block block, IReadOnlyList<Sampled> samples, CancellationToken stop)
    {
        var explanations = samples.Where(sample => sample.IsClosed).Select(sample => JudgeExplanationAsync(sample, stop));
        // A turn says the same under every control arm, and in every slice: it is judged where its transcript first appears.
        var turns = block.Items.Where(item => block.Condition == Conditions.Baseline && item.IsFirst)
            .SelectMany(item => JudgeTurns(item.Transcript, stop));
        return await Task.WhenAll([.. explanations, .. turns]);
    }

    private Task<Judged> JudgeExplanationAsync(Sampled sample, CancellationToken stop)
    {
        var (transcript, messageIndex) = (sample.Position.Item.Transcript, sample.Position.Token.MessageIndex);
        return AskAsync(
            new JudgeQuestion(judges.Explanations.Identity, transcript, messageIndex, sample.Key),
            () => judges.Explanations.JudgeAsync(sample.Explanation!.Description!, stop));
    }

    private IEnumerable<Task<Judged>> JudgeTurns(Transcript transcript, CancellationToken stop) =>
        from turn in transcript.Messages.Index()
        where turn.Item.Role == Role.Assistant
        select AskAsync(
            new JudgeQuestion(judges.Turns.Identity, transcript, turn.Index),
            () => judges.Turns.JudgeAsync([.. transcript.Messages.Take(turn.Index)], turn.Item, stop));

    private async Task<Judged> AskAsync(JudgeQuestion question, Func<Task<Judgement>> ask)
    {
        var began = time.GetTimestamp();
        var answer = await ItemBoundary.TryAsync(ask);
        // A rubric answers at once; its microseconds say nothing and would make equal runs differ.
        var latency = question.Judge.Model is null ? TimeSpan.Zero : time.GetElapsedTime(began);
        var judgement = answer.Value ?? Judgement.Unparsed($"the judge failed: {answer.Failure}");
        return new Judged(question, judgement, answer.Failure, latency);
    }
}
