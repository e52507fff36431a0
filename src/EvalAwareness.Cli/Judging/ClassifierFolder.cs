using EvalAwareness.Cli.Machine;
using EvalAwareness.Core;
using EvalAwareness.Inference.Classification;
using EvalAwareness.Judging.Trained;

namespace EvalAwareness.Cli.Judging;

/// <summary>A folder of classifiers, one for each task that somebody trained one for.</summary>
internal static class ClassifierFolder
{
    public const string Explanations = "explanations";
    public const string Turns = "turns";

    /// <summary>The judges of a folder; for a task that it has no classifier of, the one that ships.</summary>
    /// <param name="folder">The folder; empty for the one that ships.</param>
    /// <exception cref="RefusedException">There is no classifier in it, or a broken one.</exception>
    public static JudgePair Load(string folder)
    {
        var own = folder.Length == 0 ? Shipped.Judge : folder;
        string[] tasks = [Explanations, Turns];
        if (!tasks.Any(task => Directory.Exists(Path.Combine(own, task))))
            throw new RefusedException($"{own}: holds no classifier; expected a folder {string.Join(" or ", tasks)} in it, as judge train leaves them.");
        var explanations = TextClassifier.Load(Of(own, Explanations));
        var turns = TextClassifier.Load(Of(own, Turns));
        return new JudgePair(new ClassifierExplanationJudge(explanations), new ClassifierTurnJudge(turns), new Both(explanations, turns))
        {
            WeightBytes = explanations.WeightBytes + turns.WeightBytes,
        };
    }

    private static string Of(string folder, string task) =>
        Path.Combine(folder, task) is var own && Directory.Exists(own) ? own : Path.Combine(Shipped.Judge, task);

    private sealed record Both(TextClassifier Explanations, TextClassifier Turns) : IDisposable
    {
        public void Dispose()
        {
            Explanations.Dispose();
            Turns.Dispose();
        }
    }
}
