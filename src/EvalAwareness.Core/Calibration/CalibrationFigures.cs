using EvalAwareness.Core.Statistics;

namespace EvalAwareness.Core.Calibration;

/// <summary>How far a judge's answers are those of the labels. Positive is the label YES alone, and only the answer YES finds one: a
/// text labelled unclear is not positive, nor is the answer UNCLEAR. What was not answered is in <see cref="Unanswered"/> and nowhere else.</summary>
public static class CalibrationFigures
{
    /// <summary>Same answer out of three.</summary>
    public const string Agreement = "agreement";

    /// <summary>Right about YES or not.</summary>
    public const string Accuracy = "accuracy";

    /// <summary>YES among texts labelled YES.</summary>
    public const string Sensitivity = "sensitivity";

    /// <summary>Not YES among the others.</summary>
    public const string Specificity = "specificity";

    /// <summary>Labelled YES among the answers YES.</summary>
    public const string Precision = "precision";

    /// <summary>Cohen's kappa over three answers.</summary>
    public const string Kappa = "kappa";

    /// <summary>Cohen's kappa over YES or not.</summary>
    public const string KappaOfYes = "kappa_yes";

    /// <summary>Unparsed or refused, among all.</summary>
    public const string Unanswered = "unanswered";

    public static IReadOnlyList<CalibrationFigure> Of(IReadOnlyCollection<LabelledAnswer> all)
    {
        var answered = all.Where(answer => answer.IsAnswered).ToList();
        return
        [
            Share(Agreement, answered, answer => answer.Agrees),
            Share(Accuracy, answered, answer => answer.SaysYes == answer.IsPositive),
            Share(Sensitivity, answered.Where(answer => answer.IsPositive), answer => answer.SaysYes),
            Share(Specificity, answered.Where(answer => !answer.IsPositive), answer => !answer.SaysYes),
            Share(Precision, answered.Where(answer => answer.SaysYes), answer => answer.IsPositive),
            Beyond(Kappa, 3, answered.Select(answer => ((int)answer.Item.Label, (int)answer.Judgement.Verdict!.Value))),
            Beyond(KappaOfYes, 2, answered.Select(answer => (Convert.ToInt32(answer.IsPositive), Convert.ToInt32(answer.SaysYes)))),
            Share(Unanswered, all, answer => !answer.IsAnswered),
        ];
    }

    internal static CalibrationFigure Share<T>(string name, IEnumerable<T> items, Func<T, bool> holds)
    {
        var of = items.ToList();
        return CalibrationFigure.Of(name, new Fraction(of.Count(holds), of.Count));
    }

    internal static CalibrationFigure Beyond(string name, int kinds, IEnumerable<(int First, int Second)> pairs)
    {
        var table = new int[kinds, kinds];
        foreach (var (first, second) in pairs)
            table[first, second]++;
        return CalibrationFigure.Of(name, Statistics.Kappa.Of(table), table.Cast<int>().Sum(), Statistics.Kappa.IntervalOf(table));
    }
}
