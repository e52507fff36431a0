using System.CommandLine;
using EvalAwareness.Cli.Auditing;
using EvalAwareness.Cli.Interop;
using EvalAwareness.Cli.Judging;
using EvalAwareness.Cli.Machine;
using EvalAwareness.Cli.Reporting;
using EvalAwareness.Cli.Training;
using EvalAwareness.Cli.Transcripts;
using EvalAwareness.Cli.Validating;

namespace EvalAwareness.Cli;

/// <summary>From arguments to an exit code.</summary>
internal static class CommandLine
{
    private static readonly string[] AboutTheProgram = ["-h", "-?", "--help", "--version"];

    public static async Task<int> RunAsync(string[] args, TextWriter output, TextWriter error)
    {
        var parsed = Root().Parse(WithVerb(args));
        if (parsed.Errors.Count > 0)
            return ExitCode.Of(new Core.RefusedException([.. parsed.Errors.Select(problem => problem.Message)]), error);
        try
        {
            return await parsed.InvokeAsync(new InvocationConfiguration
            {
                Output = output,
                Error = error,
                EnableDefaultExceptionHandler = false,
                // The host of a batch hears Ctrl-C and SIGTERM itself, and then ends the block in flight.
                ProcessTerminationTimeout = null,
            });
        }
        catch (Exception exception)
        {
            return ExitCode.Of(exception, error);
        }
    }

    private static RootCommand Root() => new("Reads from a model's activations whether it believes that it is being evaluated.")
    {
        new RunCommand(),
        new ScanCommand(),
        new ValidateCommand(),
        new ReportCommand(),
        new JudgeCommand(),
        new ExportCommand(),
        new DoctorCommand(),
        new TrainCommand(),
        new CaptureCommand(),
        new ExplainCommand(),
        new InspectCommand(),
        new ImportCommand(),
        new BenchCommand(),
    };

    /// <summary>No verb is the shipped audit.</summary>
    private static string[] WithVerb(string[] args) =>
        args.Length == 0 || (args[0].StartsWith('-') && !AboutTheProgram.Contains(args[0])) ? [RunCommand.Verb, .. args] : args;
}
