using EvalAwareness.Core.Judging;

namespace EvalAwareness.Core.Calibration;

/// <summary>What a judge answered on the texts of one label.</summary>
public sealed record ConfusionRow(Verdict Label, int Yes, int No, int Unclear, int Unparsed, int Refused)
{
    /// <summary>The answers on all three labels.</summary>
    public static IReadOnlyList<ConfusionRow> Matrix(IReadOnlyCollection<LabelledAnswer> answers) =>
        [.. Enum.GetValues<Verdict>().Select(label => Of(label, [.. answers.Where(answer => answer.Item.Label == label)]))];

    private static ConfusionRow Of(Verdict label, IReadOnlyCollection<LabelledAnswer> answers)
    {
        int Count(Answer which) => answers.Count(answer => answer.Answer == which);
        return new ConfusionRow(
            label, Count(Answer.Yes), Count(Answer.No), Count(Answer.Unclear), Count(Answer.Unparsed), Count(Answer.Refused));
    }
}
