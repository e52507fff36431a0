using EvalAwareness.Core.Judging;

namespace EvalAwareness.Core.Calibration;

/// <summary>Answers as judgements give them.</summary>
public static class Answers
{
    public static Answer Of(Judgement judgement) => judgement.Verdict is { } verdict
        ? Of(verdict)
        : judgement.RefusedReason is null ? Answer.Unparsed : Answer.Refused;

    public static Answer Of(Verdict verdict) => verdict switch
    {
        Verdict.Yes => Answer.Yes,
        Verdict.No => Answer.No,
        _ => Answer.Unclear,
    };
}
