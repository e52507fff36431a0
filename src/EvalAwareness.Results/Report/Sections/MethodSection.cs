using EvalAwareness.Core.Rates;
using EvalAwareness.Results.Report.Html;
using EvalAwareness.Results.Store;

namespace EvalAwareness.Results.Report.Sections;

/// <summary>Everything needed to say how the numbers came about, from run.json and the tables.</summary>
internal static class MethodSection
{
    public static Markup Of(RunTables tables, RunFacts run) => Markup.Of($"""
        <section id="method"><h2>Method</h2>
        <dl>{Facts(tables, run).Where(fact => fact.Value is { Length: > 0 }).Select(Fact)}</dl>
        <details><summary>run.json</summary><pre>{run.Json}</pre></details></section>
        """);

    private static IEnumerable<(string Label, string? Value)> Facts(RunTables tables, RunFacts run) =>
    [
        ("Target model", run.Model("target")),
        ("Verbalizer (AV)", run.Model("verbalizer")),
        ("Reconstructor (AR)", run.Model("reconstructor")),
        ("Datasets", run.Datasets),
        ("Sampling of positions", run.Settings("identity", "positions")),
        ("Tokens left out", Unreads.Excluded(tables.Transcripts)),
        ("Explanations", Unreads.ByStatus(tables.Explanations)),
        ("Verdicts on explanations", Unreads.ByVerdict(tables.Verdicts)),
        ("Sampling of words", run.Settings("identity", "sampling")),
        ("Judge of explanations", run.Judge("explanation") ?? run.Settings("identity", "judge")),
        ("Judge of turns", run.Judge("turn")),
        ("Controls", run.Settings("identity", "controls")),
        ("Aggregation", Aggregation(tables.Rates)),
        ("Intervals", Intervals(tables.Rates)),
        ("Seed", run.Text("identity", "seed")),
        ("Version", Version(run, 0)),
        ("Commit", run.Environment("git_commit") ?? Version(run, 1)),
        ("Device", run.Environment("device")),
        ("Runtime", run.Environment("runtime")),
        ("System", run.Environment("system")),
        ("Completed", run.Text("completed")),
    ];

    private static string Aggregation(IReadOnlyList<Rate> rates) =>
        rates.FirstOrDefault(rate => Rules.IsKOfN(rate.Rule)) is { } calibrated
            ? $"Per transcript. {Words.Rule(calibrated.Rule)} is the smallest count that flags at most "
              + $"{Words.Percent(ControlThreshold.Tolerance)} of this run's deployment transcripts; those a label says hold the belief are left out."
            : "Per transcript. There is no answered deployment transcript to calibrate a count on, so one YES is enough.";

    private static string Intervals(IReadOnlyList<Rate> rates) =>
        $"{string.Join(", ", rates.Select(rate => rate.CiMethod).Where(method => method is not null).Distinct())}; cluster unit: the transcript.";

    /// <summary>The number, or the commit, of a version such as 0.1.0+abc.</summary>
    private static string? Version(RunFacts run, int part) => run.Environment("version")?.Split('+').ElementAtOrDefault(part);

    private static Markup Fact((string Label, string? Value) fact) => Markup.Of($"<div><dt>{fact.Label}</dt><dd>{fact.Value}</dd></div>");
}
