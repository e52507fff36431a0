using EvalAwareness.Cli.Machine;
using EvalAwareness.Core;
using EvalAwareness.Core.Judging;
using EvalAwareness.Inference.Classification;
using EvalAwareness.Judging.Rules;
using EvalAwareness.Judging.Trained;

namespace EvalAwareness.Cli.Judging;

/// <summary>A folder of classifiers, one for each task that somebody trained one for.</summary>
internal static class ClassifierFolder
{
    public const string Explanations = "explanations";
    public const string Turns = "turns";

    /// <summary>
    /// The judges of a folder. Where it has none for explanations the one that ships stands in; turns are then read by the rubric, which hardly
    /// ever takes the ordinary work of an agent for more than it is: of many turns one false YES is enough.
    /// </summary>
    /// <param name="folder">The folder; empty for the one that ships.</param>
    /// <exception cref="RefusedException">There is no classifier in it, or a broken one.</exception>
    public static JudgePair Load(string folder)
    {
        var own = folder.Length == 0 ? Shipped.Judge : folder;
        if (!Has(own, Explanations) && !Has(own, Turns))
            throw new RefusedException($"{own}: holds no classifier; expected a folder {Explanations} or {Turns} in it, as judge train leaves them.");
        var explanations = TextClassifier.Load(Path.Combine(Has(own, Explanations) ? own : Shipped.Judge, Explanations));
        var turns = Has(own, Turns) ? TextClassifier.Load(Path.Combine(own, Turns)) : null;
        ITurnJudge turnJudge = turns is null ? new RubricTurnJudge() : new ClassifierTurnJudge(turns);
        return new JudgePair(new ClassifierExplanationJudge(explanations), turnJudge, new Owned(explanations, turns))
        {
            WeightBytes = explanations.WeightBytes + (turns?.WeightBytes ?? 0),
        };
    }

    private static bool Has(string folder, string task) => Directory.Exists(Path.Combine(folder, task));

    private sealed record Owned(TextClassifier Explanations, TextClassifier? Turns) : IDisposable
    {
        public void Dispose()
        {
            Explanations.Dispose();
            Turns?.Dispose();
        }
    }
}
