using System.Globalization;
using EvalAwareness.Core.Rates;
using EvalAwareness.Results.Store;
using Spectre.Console;

namespace EvalAwareness.Cli.Output;

/// <summary>Shows what a run came to.</summary>
internal static class SummaryView
{
    private const string Unknown = "-";

    public static int Show(RunSummary summary, bool json, TextWriter output)
    {
        if (json)
            JsonOutput.Write(summary, output);
        else
            Draw(summary, output);
        return summary.Failures + summary.Quarantined == 0 ? ExitCode.Done : ExitCode.Quarantined;
    }

    private static void Draw(RunSummary summary, TextWriter output)
    {
        if (summary.IsComplete)
            Terminal.Over(output).Write(Rates(summary.Rates));
        else
            output.WriteLine($"incomplete: {summary.MissingBlocks.Count} blocks are left to other shards.");
        output.WriteLine(
            $"{summary.Transcripts} transcripts, {summary.Explanations} explanations, {summary.Verdicts} verdicts; "
            + $"{summary.Quarantined} transcripts quarantined, {summary.Failures} items failed.");
        output.WriteLine(summary.Folder);
    }

    public static Table Rates(IReadOnlyList<Rate> rates)
    {
        var table = Terminal.Table(
            "dataset", "condition", "n", "said so", "read so, any position", "read so, share", "unparsed", "missing");
        foreach (var group in rates.GroupBy(rate => (rate.Dataset, rate.Condition)))
        {
            var said = Find(group, Measures.Verbalized, Rules.AnyOfN);
            var any = Find(group, Measures.Nla, Rules.AnyOfN);
            table.AddRow(
                Markup.Escape(group.Key.Dataset),
                group.Key.Condition,
                $"{Math.Max(said?.NTranscripts ?? 0, any?.NTranscripts ?? 0)}",
                Share(said),
                Share(any),
                Share(Find(group, Measures.Nla, Rules.Fraction)),
                $"{any?.Unparsed ?? 0}",
                $"{any?.Missing ?? 0}");
        }

        return table;
    }

    private static Rate? Find(IEnumerable<Rate> rates, string measure, string rule) =>
        rates.FirstOrDefault(rate => rate.Measure == measure && rate.Rule == rule);

    /// <summary>A rate with its interval, in percent.</summary>
    private static string Share(Rate? rate) => rate?.Value is { } value
        ? string.Create(CultureInfo.InvariantCulture, $"{100 * value:0.0} % ({100 * rate.CiLow:0.0} to {100 * rate.CiHigh:0.0})")
        : Unknown;
}
