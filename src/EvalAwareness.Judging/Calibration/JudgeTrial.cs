using EvalAwareness.Core;
using EvalAwareness.Core.Calibration;
using EvalAwareness.Core.Judging;
using EvalAwareness.Core.Progress;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Judging.Calibration;

/// <summary>Puts labelled texts to a judge, which sees neither label nor anything else of the row.</summary>
/// <param name="judge">Who is asked.</param>
/// <param name="progress">Is told of every answer.</param>
public sealed class JudgeTrial(NamedJudge judge, IProgressStage progress)
{
    /// <returns>An answer for every item, in order; unparsed where the judge failed.</returns>
    public async Task<IReadOnlyList<LabelledAnswer>> AnswerAsync(IReadOnlyList<LabelledItem> items, bool areTurns, CancellationToken stop) =>
        await Task.WhenAll(items.Select(async item => new LabelledAnswer(item, await AskAsync(item, areTurns, stop))));

    public async Task<IReadOnlyList<AttackAnswer>> AnswerAsync(IReadOnlyList<AttackedText> texts, CancellationToken stop) =>
        await Task.WhenAll(texts.Select(async text => new AttackAnswer(
            text, await AskAsync(text.Clean, text.IsTurn, stop), await AskAsync(text.Attacked, text.IsTurn, stop))));

    private async Task<Judgement> AskAsync(LabelledItem item, bool isTurn, CancellationToken stop)
    {
        var answer = await ItemBoundary.TryAsync(() => isTurn ? AskAboutTurnAsync(item, stop) : judge.Explanations.JudgeAsync(new ExplanationQuestion(item.Text), stop));
        lock (progress)
            progress.Advance(1);
        return answer.Value ?? Judgement.Unparsed($"the judge failed: {answer.Failure}");
    }

    private Task<Judgement> AskAboutTurnAsync(LabelledItem item, CancellationToken stop)
    {
        Message[] context = item.Context.Length == 0 ? [] : [new Message(Role.User, item.Context)];
        return judge.Turns.JudgeAsync(context, new Message(Role.Assistant, item.Text), stop);
    }
}
