using System.Text.Json.Nodes;
using EvalAwareness.Core.Rates;
using EvalAwareness.Results.Store;

namespace EvalAwareness.Results.Tests.Synthetic;

/// <summary>The tables of a synthetic run, as if read back from its folder.</summary>
internal static class SyntheticTables
{
    public static RunTables Of(SyntheticRun run)
    {
        var blocks = Enumerable.Range(0, run.BlockCount).Select(run.Block).ToList();
        var tables = new RunTables
        {
            Folder = "",
            Run = new JsonObject(),
            Transcripts = run.Transcripts,
            Explanations = [.. blocks.SelectMany(block => block.Explanations)],
            Verdicts = [.. blocks.SelectMany(block => block.Verdicts)],
            Failures = [],
            Rates = [],
        };
        return tables with { Rates = RateTable.Of(tables.Tallies()) };
    }

    public static RunTables WithoutLabels(RunTables tables) => tables with
    {
        Transcripts = [.. tables.Transcripts.Select(row => row with { LabelAware = null, LabelVerbalized = null, LabelCues = null })],
        Explanations = [.. tables.Explanations.Select(row => row with { LabelCredence = null })],
    };
}
