using EvalAwareness.Core.Statistics;

namespace EvalAwareness.Core.Calibration;

/// <summary>Two judges on the texts that both answered.</summary>
/// <param name="First">What a person calls the first judge.</param>
/// <param name="Second">And the second.</param>
/// <param name="Agreement">Same answer out of three, whatever the label.</param>
/// <param name="Kappa">Beyond chance.</param>
/// <param name="FirstRightAlone">Texts on which only the first is right about YES or not.</param>
/// <param name="SecondRightAlone">And only the second.</param>
/// <param name="McNemarP">Two-sided exact p of these two counts.</param>
public sealed record JudgeComparison(
    string First, string Second, CalibrationFigure Agreement, CalibrationFigure Kappa, int FirstRightAlone, int SecondRightAlone, double McNemarP)
{
    /// <param name="first">Answers of the first judge.</param>
    /// <param name="second">Answers of the second on the same texts in the same order.</param>
    public static JudgeComparison Of(
        string firstName, IReadOnlyList<LabelledAnswer> first, string secondName, IReadOnlyList<LabelledAnswer> second)
    {
        var both = first.Zip(second).Where(pair => pair.First.IsAnswered && pair.Second.IsAnswered).ToList();
        var firstAlone = both.Count(pair => IsRight(pair.First) && !IsRight(pair.Second));
        var secondAlone = both.Count(pair => IsRight(pair.Second) && !IsRight(pair.First));
        return new JudgeComparison(
            firstName, secondName,
            CalibrationFigures.Share(CalibrationFigures.Agreement, both, pair => pair.First.Answer == pair.Second.Answer),
            CalibrationFigures.Beyond(CalibrationFigures.Kappa, 3, both.Select(pair => ((int)pair.First.Answer, (int)pair.Second.Answer))),
            firstAlone, secondAlone, McNemarExact.TwoSided(firstAlone, secondAlone));
    }

    private static bool IsRight(LabelledAnswer answer) => answer.SaysYes == answer.IsPositive;
}
