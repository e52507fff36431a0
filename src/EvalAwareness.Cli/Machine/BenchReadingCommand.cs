using System.CommandLine;
using EvalAwareness.Cli.Output;
using EvalAwareness.Core;
using EvalAwareness.Reading.Benchmarks;

namespace EvalAwareness.Cli.Machine;

/// <summary><c>bench reading FILE</c>: how fast a file of transcripts is read, against System.Text.Json alone.</summary>
internal sealed class BenchReadingCommand : Command
{
    private readonly Argument<string> _file = new("FILE") { Description = "A JSONL file of transcripts." };

    private readonly Option<int> _runs = new("--runs")
    {
        Description = "Times each is measured; the median counts.",
        HelpName = "N",
        DefaultValueFactory = _ => 3,
    };

    private readonly Option<bool> _json = CommonOptions.Json();

    public BenchReadingCommand() : base("reading", "Measures how fast transcripts are read, beside System.Text.Json over the same lines.")
    {
        Add(_file);
        Add(_runs);
        Add(_json);
        CommonOptions.RequirePositive(_runs);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var file = Path.GetFullPath(parsed.GetRequiredValue(_file));
        if (!File.Exists(file))
            throw new RefusedException($"{file}: no such file");
        var measured = await ReadingBenchmark.MeasureAsync(file, parsed.GetValue(_runs), stop);
        if (parsed.GetValue(_json))
            JsonOutput.Write(measured, parsed.InvocationConfiguration.Output);
        else
            parsed.InvocationConfiguration.Output.WriteLine(FormattableString.Invariant(
                $"{measured.Transcripts} transcripts of {measured.Megabytes:f0} MB: read at {measured.ReadPerSecond:f0} MB/s, System.Text.Json alone {measured.JsonPerSecond:f0} MB/s (ratio {measured.Ratio:f2})."));
        return ExitCode.Done;
    }
}
