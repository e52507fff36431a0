using EvalAwareness.Core;
using EvalAwareness.Core.Judging;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Judging;
using EvalAwareness.Pipeline.Capturing;
using EvalAwareness.Pipeline.Explaining;
using EvalAwareness.Pipeline.Planning;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Pipeline.Running;

/// <summary>Asks the judges: about every closed explanation, and once about every assistant turn; about the text before each
/// position and its activation where the audit wants these references.</summary>
internal sealed class JudgeStage(AuditJudges judges, int windowWords, IReadOnlyDictionary<string, string?> evaluations)
{
    /// <summary>Explanations in order, then windows, activations and turns.</summary>
    public async Task<IReadOnlyList<Judged>> JudgeAsync(Block block, IReadOnlyList<Sampled> samples, CancellationToken stop)
    {
        var explanations = samples.Where(sample => sample.IsClosed).Select(sample => JudgeExplanationAsync(sample, stop));
        // Text and activations are the same under every control arm: they are judged once.
        if (block.Condition != Conditions.Baseline)
            return await Task.WhenAll(explanations);
        var positions = samples.Where(sample => sample.Key.Sample == 0).Select(sample => sample.Position).ToList();
        var windows = windowWords == 0 ? [] : positions.Select(position => JudgeWindowAsync(position, stop));
        var activations = judges.Activations is { } probe
            ? positions.Where(position => position.Status == CaptureStatus.Captured).Select(position => JudgeActivationAsync(probe, position))
            : [];
        // A transcript may be cut into slices: its turns are judged where it first appears.
        var turns = block.Items.Where(item => item.IsFirst).SelectMany(item => JudgeTurns(item.Transcript, stop));
        return await Task.WhenAll([.. explanations, .. windows, .. activations, .. turns]);
    }

    private Task<Judged> JudgeExplanationAsync(Sampled sample, CancellationToken stop) => AskAsync(
        At(sample.Position, judges.Explanations.Identity, Subjects.Explanation) with { Sample = sample.Key.Sample },
        () => judges.Explanations.JudgeAsync(Question(sample.Position, sample.Explanation!.Description!), stop));

    private Task<Judged> JudgeWindowAsync(CapturedPosition position, CancellationToken stop) => AskAsync(
        At(position, judges.Explanations.Identity, Subjects.Window),
        () => judges.Explanations.JudgeAsync(Question(position, TextWindow.Before(position.Item.Transcript, position.Token, windowWords)), stop));

    private Task<Judged> JudgeActivationAsync(IActivationJudge probe, CapturedPosition position) => AskAsync(
        At(position, probe.Identity, Subjects.Activation), () => Task.FromResult(probe.Judge(position.Own!.Vector)));

    private IEnumerable<Task<Judged>> JudgeTurns(Transcript transcript, CancellationToken stop) =>
        from turn in transcript.Messages.Index()
        where turn.Item.IsOwn
        select AskAsync(
            new JudgeQuestion(judges.Turns.Identity, Subjects.Turn, transcript, turn.Index),
            () => judges.Turns.JudgeAsync([.. transcript.Messages.Take(turn.Index)], turn.Item, stop));

    private ExplanationQuestion Question(CapturedPosition position, string text) =>
        new(text, evaluations.GetValueOrDefault(position.Item.Transcript.Dataset));

    private static JudgeQuestion At(CapturedPosition position, JudgeIdentity judge, string subject) =>
        new(judge, subject, position.Item.Transcript, position.Token.MessageIndex) { Position = position.Token.Position };

    private static async Task<Judged> AskAsync(JudgeQuestion question, Func<Task<Judgement>> ask)
    {
        var answer = await ItemBoundary.TryAsync(ask);
        var judgement = answer.Value ?? Judgement.Unparsed($"the judge failed: {answer.Failure}");
        return new Judged(question, judgement, answer.Failure);
    }
}
