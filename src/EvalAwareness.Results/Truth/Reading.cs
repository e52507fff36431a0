using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Truth;

/// <summary>One answer read at one position.</summary>
/// <param name="Position">Token index in the transcript.</param>
/// <param name="MessageIndex">The assistant message it stands in.</param>
/// <param name="IsYes">Whether the answer is YES; NO and UNCLEAR are not.</param>
/// <param name="Score">What the answer was taken from: a probe's log-odds; else 1 for YES and 0 for the rest.</param>
/// <param name="Credence">Of an ideal reader of the text up to there; null where unknown.</param>
/// <param name="Fve">How well the explanation was read back; null for anything but a scored explanation.</param>
internal readonly record struct Reading(int Position, int MessageIndex, bool IsYes, double Score, double? Credence, double? Fve)
{
    /// <param name="verdict">Parsed, on something with a position.</param>
    /// <param name="explanation">What was explained at the position; null where nothing was.</param>
    public static Reading Of(VerdictRow verdict, ExplanationRow? explanation)
    {
        var isYes = verdict.Verdict == Verdicts.Yes;
        return new Reading(
            verdict.Position!.Value,
            verdict.MessageIndex,
            isYes,
            verdict.Score ?? (isYes ? 1 : 0),
            explanation?.LabelCredence,
            verdict.Subject == Subjects.Explanation ? explanation?.FveNrm : null);
    }
}
