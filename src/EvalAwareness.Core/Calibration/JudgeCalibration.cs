using EvalAwareness.Core.Judging;

namespace EvalAwareness.Core.Calibration;

/// <summary>How far one judge can be trusted, as far as labelled texts tell.</summary>
/// <param name="Name">What a person calls the judge.</param>
/// <param name="Judge">Who answered.</param>
/// <param name="Groups">All texts first.</param>
/// <param name="Disagreements">In the order of the file.</param>
public sealed record JudgeCalibration(
    string Name, JudgeIdentity Judge, IReadOnlyList<CalibrationGroup> Groups, IReadOnlyList<Disagreement> Disagreements)
{
    public static JudgeCalibration Of(string name, JudgeIdentity judge, IReadOnlyCollection<LabelledAnswer> answers) => new(
        name, judge, CalibrationGroup.Of(answers), [.. answers.Where(answer => !answer.Agrees).Select(Disagreement.Of)]);
}
