using EvalAwareness.Results.Store;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Results.Tests.Synthetic;

/// <summary>A small run that was read in every way there is, and its truth study.</summary>
internal static class AllReadings
{
    private static readonly double[] Credences = [0.05, 0.15, 0.45, 0.95];

    public static RunTables Tables { get; } =
        new[] { "baseline", "warm_start", "shuffled" }.Aggregate(new LettersRun(), AddUnder).Tables;

    public static TruthStudy Study { get; } = TruthStudy.Of(Tables)!;

    private static LettersRun AddUnder(LettersRun run, string condition) => run
        .Add(condition == "baseline" ? "nyyy" : "nnyy", aware: true, cues: 2, condition: condition, credences: Credences, window: "nnny", probe: "yyyy")
        .Add(condition == "baseline" ? "nnyy" : "nnny", aware: true, cues: 1, condition: condition, credences: Credences, window: "nnnn", probe: "nyyy")
        .Add(condition == "baseline" ? "nnyn" : "nnyy", aware: false, cues: 1, condition: condition, credences: Credences, window: "nnnn", probe: "nnyn")
        .Add("nnnn", aware: false, cues: 2, condition: condition, credences: Credences, window: "nnnn", probe: "nnnn")
        .Add("ynnn", aware: false, dataset: "deployment", condition: condition, credences: Credences, window: "nnnn", probe: "nnnn")
        .Add("nnnn", aware: false, dataset: "deployment", condition: condition, credences: Credences, window: "nnnn", probe: "nnnn");
}
