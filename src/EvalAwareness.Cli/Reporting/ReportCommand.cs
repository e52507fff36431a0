using System.CommandLine;
using EvalAwareness.Cli.Output;
using EvalAwareness.Results.Store;

namespace EvalAwareness.Cli.Reporting;

/// <summary><c>report RUN...</c>: figures and report again, from what lies in the folders.</summary>
internal sealed class ReportCommand : Command
{
    private readonly Argument<string[]> _runs = new("RUN")
    {
        Description = "Folders of completed runs.",
        Arity = ArgumentArity.OneOrMore,
    };

    private readonly Option<string?> _audit = new("--audit")
    {
        Description = "The audit file the runs were made with: then the report shows whole transcripts, not only the tokens read.",
        HelpName = "AUDIT",
    };

    private readonly Option<string?> _calibration = new("--calibration")
    {
        Description = "A file of judge calibrate, or a folder of them, beside those in the folder judges next to the run.",
        HelpName = "FILE",
    };

    private readonly Option<bool> _json = CommonOptions.Json();

    public ReportCommand() : base("report", "Draws figures and writes the report of runs again, from their tables alone.")
    {
        Add(_runs);
        Add(_audit);
        Add(_calibration);
        Add(_json);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var texts = parsed.GetValue(_audit) is { } audit ? await TranscriptTexts.LoadAsync(audit, stop) : TranscriptTexts.None;
        var output = parsed.InvocationConfiguration.Output;
        var reports = new List<string>();
        foreach (var run in parsed.GetRequiredValue(_runs))
        {
            var tables = await RunTables.LoadAsync(run, stop);
            reports.Add(await RunReport.WriteAsync(run, tables, texts, parsed.GetValue(_calibration), stop));
            if (!parsed.GetValue(_json))
                Show(tables, reports[^1], output);
        }
        if (parsed.GetValue(_json))
            JsonOutput.Write(reports, output);
        return ExitCode.Done;
    }

    private static void Show(RunTables tables, string report, TextWriter output)
    {
        Terminal.Over(output).Write(SummaryView.Rates(tables.Rates));
        output.WriteLine(report);
    }
}
