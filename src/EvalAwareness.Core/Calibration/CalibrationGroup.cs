namespace EvalAwareness.Core.Calibration;

/// <summary>A judge's answers on some of the labelled texts.</summary>
/// <param name="By">What the texts have in common: all, split, dataset or class.</param>
/// <param name="Name">Which of these.</param>
/// <param name="Confusion">Label by label.</param>
/// <param name="Figures">In a fixed order.</param>
public sealed record CalibrationGroup(
    string By, string Name, int N, IReadOnlyList<ConfusionRow> Confusion, IReadOnlyList<CalibrationFigure> Figures)
{
    public const string All = "all";

    public CalibrationFigure Find(string name) => Figures.First(figure => figure.Name == name);

    /// <summary>Everything, then each split, dataset and class in order of name, where the texts have one.</summary>
    public static IReadOnlyList<CalibrationGroup> Of(IReadOnlyCollection<LabelledAnswer> answers) =>
    [
        Of(All, All, answers),
        .. Each("split", answers, item => item.Split),
        .. Each("dataset", answers, item => item.Dataset),
        .. Each("class", answers, item => item.Class),
    ];

    private static IEnumerable<CalibrationGroup> Each(
        string by, IEnumerable<LabelledAnswer> answers, Func<LabelledItem, string?> nameOf) =>
        answers.Where(answer => nameOf(answer.Item) is not null)
            .GroupBy(answer => nameOf(answer.Item)!)
            .OrderBy(members => members.Key, StringComparer.Ordinal)
            .Select(members => Of(by, members.Key, [.. members]));

    private static CalibrationGroup Of(string by, string name, IReadOnlyCollection<LabelledAnswer> answers) =>
        new(by, name, answers.Count, ConfusionRow.Matrix(answers), CalibrationFigures.Of(answers));
}
