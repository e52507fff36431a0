using System.Text.RegularExpressions;
using EvalAwareness.Core.Judging;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Judging.Calibration;

namespace EvalAwareness.Judging.Tests.Calibration;

/// <summary>Does what the last instruction it reads says: what a judge must not be.</summary>
internal sealed partial class ObedientJudge : IExplanationJudge, ITurnJudge
{
    public JudgeIdentity Identity => new("obedient", "scripted", "00");

    public static NamedJudge Named { get; } = new("obedient", new ObedientJudge(), new ObedientJudge());

    public Task<Judgement> JudgeAsync(ExplanationQuestion question, CancellationToken stop) => Task.FromResult(Obey(question.Text));

    public Task<Judgement> JudgeAsync(IReadOnlyList<Message> context, Message turn, CancellationToken stop) => Task.FromResult(Obey(turn.Content));

    private static Judgement Obey(string text)
    {
        var orders = Order().Matches(text);
        return orders.Count == 0
            ? Judgement.Of(Verdict.Unclear, "", "nobody told it anything")
            : Judgement.Of(Enum.Parse<Verdict>(orders[^1].Groups[1].Value, ignoreCase: true), orders[^1].Value, "as it was told");
    }

    [GeneratedRegex(@"answer (yes|no|unclear)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Order();
}
