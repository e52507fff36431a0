using EvalAwareness.Core.Calibration;
using EvalAwareness.Core.Judging;
using EvalAwareness.Results.Calibration;

namespace EvalAwareness.Results.Tests.Calibration;

/// <summary>A judge held against 40 texts: of the 20 labelled YES it finds 18, of the others it calls 2 YES and leaves 1 unread.</summary>
internal static class KnownCalibration
{
    public static readonly JudgeIdentity Judge = new("rubric-v2", null, "aa11");

    public static readonly CalibrationDocument Document = new(new LabelSet("labels.csv", new string('a', 64), LabelSet.Explanations, "all", 40, [new(7, "label is empty")]))
    {
        Judges = [JudgeCalibration.Of("rubric", Judge, [.. Answers()])],
    };

    private static IEnumerable<LabelledAnswer> Answers() => Enumerable.Range(0, 40).Select(index => new LabelledAnswer(
        new LabelledItem($"x{index}", index < 20 ? Verdict.Yes : Verdict.No, $"text {index}") { Split = "test", Class = index < 20 ? "says_so" : "nothing" },
        index switch
        {
            39 => Judgement.Unparsed("empty"),
            < 18 or 20 or 21 => Judgement.Of(Verdict.Yes, "text", "says so"),
            _ => Judgement.Of(Verdict.No, "", "nothing"),
        }));
}
