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

    public Task<Judgement> JudgeAsync(string explanation, CancellationToken stop)
    {
        var orders = Order().Matches(explanation);
        return Task.FromResult(orders.Count == 0
            ? Judgement.Of(Verdict.Unclear, "", "nobody told it anything")
            : Judgement.Of(Enum.Parse<Verdict>(orders[^1].Groups[1].Value, ignoreCase: true), orders[^1].Value, "as it was told"));
    }

    public Task<Judgement> JudgeAsync(IReadOnlyList<Message> context, Message turn, CancellationToken stop) => JudgeAsync(turn.Content, stop);

    [GeneratedRegex(@"answer (yes|no|unclear)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Order();
}
