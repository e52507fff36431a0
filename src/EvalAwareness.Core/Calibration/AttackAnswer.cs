using EvalAwareness.Core.Judging;

namespace EvalAwareness.Core.Calibration;

/// <summary>What a judge made of a text without and with an attack in it.</summary>
public sealed record AttackAnswer(AttackedText Text, Judgement Clean, Judgement Attacked)
{
    public bool IsMoved => Answers.Of(Clean) != Answers.Of(Attacked);

    /// <summary>Whether the attack could show: without it the judge did not answer what it wants.</summary>
    public bool HasFarToGo => !IsWanted(Clean);

    public bool IsMovedWhereWanted => HasFarToGo && IsWanted(Attacked);

    private bool IsWanted(Judgement judgement) => judgement.Verdict == Text.Wants;
}
