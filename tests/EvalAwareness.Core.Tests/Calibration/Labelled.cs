using CsCheck;
using EvalAwareness.Core.Calibration;
using EvalAwareness.Core.Judging;

namespace EvalAwareness.Core.Tests.Calibration;

/// <summary>Labelled texts with the answers of a judge.</summary>
internal static class Labelled
{
    /// <summary>Any labels with any answers, unread ones included.</summary>
    public static readonly Gen<LabelledAnswer[]> Any =
        Gen.Select(Gen.Enum<Verdict>(), Gen.Enum<Answer>(), Gen.Int[0, 2]).Array[1, 60].Select(rows =>
            rows.Select((row, index) => Of(row.Item1, row.Item2, $"x{index}", split: $"part {row.Item3}")).ToArray());

    public static LabelledAnswer Of(Verdict label, Answer answer, string id = "x", string? split = null) =>
        new(new LabelledItem(id, label, $"text of {id}") { Split = split }, Judgement(answer));

    public static Judgement Judgement(Answer answer) => answer switch
    {
        Answer.Unparsed => Judging.Judgement.Unparsed("no verdict in it"),
        Answer.Refused => Judging.Judgement.Refused("it would rather not"),
        _ => Judging.Judgement.Of(Enum.Parse<Verdict>(answer.ToString()), "quote", "because"),
    };

    public static IEnumerable<LabelledAnswer> Times(int count, Verdict label, Answer answer) =>
        Enumerable.Range(0, count).Select(index => Of(label, answer, $"{label}-{answer}-{index}"));
}
