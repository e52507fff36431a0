using EvalAwareness.Core.Judging;

namespace EvalAwareness.Core.Calibration;

/// <summary>What a judge made of a text whose label is known.</summary>
public sealed record LabelledAnswer(LabelledItem Item, Judgement Judgement)
{
    public Answer Answer { get; } = Answers.Of(Judgement);

    /// <summary>Whether a verdict could be read: nothing unread is a "no".</summary>
    public bool IsAnswered => Judgement.Verdict is not null;

    /// <summary>Ambiguous is not positive.</summary>
    public bool IsPositive => Item.Label == Verdict.Yes;

    public bool SaysYes => Judgement.Verdict == Verdict.Yes;

    /// <summary>The same of YES, NO and UNCLEAR.</summary>
    public bool Agrees => Judgement.Verdict == Item.Label;
}
