using System.CommandLine;
using EvalAwareness.Cli.Output;
using EvalAwareness.Core;
using EvalAwareness.Results.Export;

namespace EvalAwareness.Cli.Reporting;

/// <summary><c>export RUN --to columns|scout --out DIR</c>: the verdicts of a run for the tools people use.</summary>
internal sealed class ExportCommand : Command
{
    private readonly Argument<string> _run = new("RUN") { Description = "Folder of a completed run." };

    private readonly Option<string> _to = new("--to")
    {
        Description = "columns: one table, Parquet and CSV, that joins to the source by transcript_id. scout: a folder of scans for `scout view --scans DIR`.",
        HelpName = "columns|scout",
        Required = true,
    };

    private readonly Option<string> _out = new("--out") { Description = "The folder that is written; a new one.", HelpName = "DIR", Required = true };
    private readonly Option<bool> _json = CommonOptions.Json();

    public ExportCommand() : base("export", "Writes the verdicts of a run as columns to join, or as scan results for Inspect Scout.")
    {
        Add(_run);
        foreach (var option in (Option[])[_to, _out, _json])
            Add(option);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var summary = await RunExport.WriteAsync(
            parsed.GetRequiredValue(_run), Target(parsed.GetRequiredValue(_to)), parsed.GetRequiredValue(_out), stop);
        var output = parsed.InvocationConfiguration.Output;
        if (parsed.GetValue(_json))
            JsonOutput.Write(summary, output);
        else
            output.WriteLine($"{summary.Transcripts} transcripts, each condition counted, in {summary.Files.Count} files.\n{summary.Folder}");
        return ExitCode.Done;
    }

    private static ExportTarget Target(string name) => name switch
    {
        "columns" => ExportTarget.Columns,
        "scout" => ExportTarget.Scout,
        _ => throw new RefusedException($"--to: found {name}; legal is columns or scout"),
    };
}
