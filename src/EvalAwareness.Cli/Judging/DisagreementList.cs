using EvalAwareness.Cli.Output;
using EvalAwareness.Core.Calibration;

namespace EvalAwareness.Cli.Judging;

/// <summary>The first texts on which a judge and the labels differ; the file holds all of them.</summary>
internal static class DisagreementList
{
    private const int Shown = 20;
    private const int Widest = 300;

    public static void Draw(IEnumerable<JudgeCalibration> judges, TextWriter output)
    {
        foreach (var judge in judges)
        {
            var all = judge.Disagreements;
            output.WriteLine($"{judge.Name} differs from the label on {all.Count} {(all.Count == 1 ? "text" : "texts")}{(all.Count > Shown ? $"; the first {Shown}" : "")}:");
            foreach (var one in all.Take(Shown))
                output.WriteLine("  " + Excerpt.Of(
                    $"{one.Id}: labelled {Word(one.Label)}, answered {Word(one.Answer)} ({one.Reasoning}): {one.Beginning}", Widest));
        }
    }

    private static string Word<TEnum>(TEnum member) where TEnum : struct, Enum => member.ToString().ToLowerInvariant();
}
