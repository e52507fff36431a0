using CsCheck;
using EvalAwareness.Core.Calibration;
using EvalAwareness.Core.Judging;
using EvalAwareness.Core.Statistics;

namespace EvalAwareness.Core.Tests.Calibration;

public sealed class CalibrationFiguresTests
{
    /// <summary>Rows: labelled yes 8 2 1 1 0, no 1 15 2 0 1, unclear 1 2 3 1 0; columns yes, no, unclear, unparsed, refused.</summary>
    private static readonly LabelledAnswer[] Known =
    [
        .. Labelled.Times(8, Verdict.Yes, Answer.Yes), .. Labelled.Times(2, Verdict.Yes, Answer.No), .. Labelled.Times(1, Verdict.Yes, Answer.Unclear),
        .. Labelled.Times(1, Verdict.Yes, Answer.Unparsed),
        .. Labelled.Times(1, Verdict.No, Answer.Yes), .. Labelled.Times(15, Verdict.No, Answer.No), .. Labelled.Times(2, Verdict.No, Answer.Unclear),
        .. Labelled.Times(1, Verdict.No, Answer.Refused),
        .. Labelled.Times(1, Verdict.Unclear, Answer.Yes), .. Labelled.Times(2, Verdict.Unclear, Answer.No), .. Labelled.Times(3, Verdict.Unclear, Answer.Unclear),
        .. Labelled.Times(1, Verdict.Unclear, Answer.Unparsed),
    ];

    [Theory]
    // By hand from the counts above; of 38 texts 35 were answered.
    [InlineData(CalibrationFigures.Agreement, 26 / 35.0, 35)]
    [InlineData(CalibrationFigures.Accuracy, 30 / 35.0, 35)]
    [InlineData(CalibrationFigures.Sensitivity, 8 / 11.0, 11)]
    [InlineData(CalibrationFigures.Specificity, 22 / 24.0, 24)]
    [InlineData(CalibrationFigures.Precision, 8 / 10.0, 10)]
    [InlineData(CalibrationFigures.Unanswered, 3 / 38.0, 38)]
    // Three answers: chance (11 * 10 + 18 * 19 + 6 * 6) / 35² = 488 / 1225; YES or not: (11 * 10 + 24 * 25) / 35² = 710 / 1225.
    [InlineData(CalibrationFigures.Kappa, (26 / 35.0 - 488 / 1225.0) / (1 - 488 / 1225.0), 35)]
    [InlineData(CalibrationFigures.KappaOfYes, (30 / 35.0 - 710 / 1225.0) / (1 - 710 / 1225.0), 35)]
    public void A_figure_is_what_the_counts_say(string name, double value, int n)
    {
        var figure = CalibrationFigures.Of(Known).Single(figure => figure.Name == name);

        Assert.Equal(value, figure.Value!.Value, 12);
        Assert.Equal(n, figure.N);
        Assert.True(figure.CiLow < value && value < figure.CiHigh);
    }

    [Fact]
    public void Every_text_stands_in_the_matrix_once() => Labelled.Any.Sample(answers =>
    {
        var matrix = ConfusionRow.Matrix(answers);
        return matrix.Sum(row => row.Yes + row.No + row.Unclear + row.Unparsed + row.Refused) == answers.Length
            && matrix.All(row => row.Yes == answers.Count(answer => answer.Item.Label == row.Label && answer.Answer == Answer.Yes));
    });

    [Fact]
    public void What_was_not_answered_moves_no_other_figure() => Labelled.Any.Sample(answers =>
    {
        var answered = answers.Where(answer => answer.IsAnswered).ToArray();
        return CalibrationFigures.Of(answers).Where(Other).SequenceEqual(CalibrationFigures.Of(answered).Where(Other));
    });

    [Fact]
    public void Whether_a_text_is_labelled_no_or_unclear_is_nothing_to_sensitivity_and_specificity() => Labelled.Any.Sample(answers =>
    {
        var swapped = answers.Select(answer => answer.Item.Label == Verdict.No ? answer with { Item = answer.Item with { Label = Verdict.Unclear } } : answer);
        return CalibrationFigures.Of(answers).Where(OfYes).SequenceEqual(CalibrationFigures.Of([.. swapped]).Where(OfYes));
    });

    [Fact]
    public void A_judge_that_answers_the_label_is_right_about_everything() => Labelled.Any.Sample(answers =>
    {
        LabelledAnswer[] perfect = [.. answers.Select(answer => Labelled.Of(answer.Item.Label, Answers.Of(answer.Item.Label)))];
        return CalibrationFigures.Of(perfect).All(figure => figure.Name == CalibrationFigures.Unanswered ? figure.Value == 0 : figure.Value is null or 1);
    });

    [Fact]
    public void Nothing_to_measure_on_is_no_number() => Assert.Equal(
        new CalibrationFigure(CalibrationFigures.Sensitivity, null, 0, null, null, null),
        CalibrationFigures.Of([Labelled.Of(Verdict.No, Answer.No)]).Single(figure => figure.Name == CalibrationFigures.Sensitivity));

    [Fact]
    public void Groups_share_out_all_texts() => Labelled.Any.Sample(answers =>
    {
        var groups = CalibrationGroup.Of(answers);
        return groups[0] is { By: CalibrationGroup.All } && groups[0].N == answers.Length && groups.Where(group => group.By == "split").Sum(group => group.N) == answers.Length;
    });

    [Fact]
    public void Two_judges_are_held_against_each_other_on_what_both_answered()
    {
        // Right about YES or not: both on a, the first alone on b, c and d, the second alone on e; f is unread by one.
        LabelledAnswer[] first = [Yes("a", Answer.Yes), Yes("b", Answer.Yes), Yes("c", Answer.Yes), No("d", Answer.Unclear), No("e", Answer.Yes), No("f", Answer.No)];
        LabelledAnswer[] second = [Yes("a", Answer.Yes), Yes("b", Answer.No), Yes("c", Answer.Unclear), No("d", Answer.Yes), No("e", Answer.No), No("f", Answer.Refused)];

        var comparison = JudgeComparison.Of("one", first, "two", second);

        Assert.Equal((3, 1, 5), (comparison.FirstRightAlone, comparison.SecondRightAlone, comparison.Agreement.N));
        Assert.Equal(0.2, comparison.Agreement.Value!.Value, 12);
        Assert.Equal(McNemarExact.TwoSided(3, 1), comparison.McNemarP);
    }

    [Fact]
    public void The_beginning_of_a_text_is_one_line_and_cuts_no_character_in_two()
    {
        var text = "line\n  " + string.Concat(Enumerable.Repeat("a😀", 100));

        var beginning = Disagreement.Of(new LabelledAnswer(new LabelledItem("x", Verdict.No, text), Labelled.Judgement(Answer.Yes))).Beginning;

        Assert.StartsWith("line a😀", beginning);
        Assert.EndsWith("…", beginning);
        Assert.Equal(beginning, beginning.Normalize());
    }

    private static bool Other(CalibrationFigure figure) => figure.Name != CalibrationFigures.Unanswered;

    private static bool OfYes(CalibrationFigure figure) =>
        figure.Name is CalibrationFigures.Sensitivity or CalibrationFigures.Specificity or CalibrationFigures.Accuracy or CalibrationFigures.KappaOfYes;

    private static LabelledAnswer Yes(string id, Answer answer) => Labelled.Of(Verdict.Yes, answer, id);

    private static LabelledAnswer No(string id, Answer answer) => Labelled.Of(Verdict.No, answer, id);
}
