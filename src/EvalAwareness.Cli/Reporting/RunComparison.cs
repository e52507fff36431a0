using EvalAwareness.Cli.Output;
using EvalAwareness.Results.Report;
using EvalAwareness.Results.Store;

namespace EvalAwareness.Cli.Reporting;

/// <summary>The rates of several runs, one after the other, in the terminal.</summary>
internal static class RunComparison
{
    public static async Task ShowAsync(IEnumerable<string> runs, TextWriter output, CancellationToken stop)
    {
        foreach (var run in runs)
        {
            var tables = await RunTables.LoadAsync(run, stop);
            Terminal.Over(output).Write(SummaryView.Rates(tables.Rates));
            output.WriteLine(Path.Combine(run, ReportWriter.FileName));
        }
    }
}
