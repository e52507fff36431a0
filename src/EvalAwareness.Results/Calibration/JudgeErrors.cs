using EvalAwareness.Core.Calibration;
using EvalAwareness.Core.Judging;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Statistics;

namespace EvalAwareness.Results.Calibration;

/// <summary>How often a run's judge errs, by one file of labels.</summary>
/// <param name="Labels">What it was held against.</param>
/// <param name="Group">The answers that count: those of the held-out split where the labels have one.</param>
internal sealed record JudgeErrors(LabelSet Labels, CalibrationGroup Group)
{
    private const string HeldOut = "test";

    /// <summary>What is known of a judge; empty when it was never held against labels of this kind.</summary>
    public static IReadOnlyList<JudgeErrors> Of(IEnumerable<CalibrationDocument> documents, JudgeIdentity? judge, string task) =>
    [
        .. from document in documents
           where document.Labels.Task == task
           from known in document.Judges
           where known.Judge == judge
           select new JudgeErrors(document.Labels, Counting(known.Groups)),
    ];

    /// <summary>The rate behind an observed one; null where the labels hold no text of one side, or the judge is no better than chance.</summary>
    public RoganGladen? Correction()
    {
        var (sensitivity, specificity) = (FractionOf(CalibrationFigures.Sensitivity), FractionOf(CalibrationFigures.Specificity));
        return sensitivity.Of == 0 || specificity.Of == 0 || sensitivity.Share + specificity.Share <= 1
            ? null
            : new RoganGladen(sensitivity, specificity, new KeyedRandom(0, "judge errors", Labels.Sha256));
    }

    private Fraction FractionOf(string name)
    {
        var figure = Group.Find(name);
        return new Fraction((int)Math.Round((figure.Value ?? 0) * figure.N), figure.N);
    }

    private static CalibrationGroup Counting(IReadOnlyList<CalibrationGroup> groups) =>
        groups.FirstOrDefault(group => group is { By: "split", Name: HeldOut }) ?? groups[0];
}
