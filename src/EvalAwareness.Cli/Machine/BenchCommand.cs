using System.CommandLine;
using System.Globalization;
using EvalAwareness.Cli.Output;
using EvalAwareness.Inference.Benchmarks;
using EvalAwareness.Inference.Checkpoints;
using Spectre.Console;

namespace EvalAwareness.Cli.Machine;

/// <summary><c>bench</c>: how fast explanations are decoded, against the time their matrix products take alone.</summary>
internal sealed class BenchCommand : Command
{
    private readonly Argument<string> _verbalizer = new("AV")
    {
        Description = "A verbalizer's folder.",
        DefaultValueFactory = _ => Shipped.Organism.Nla.Verbalizer,
    };

    private readonly Option<int[]> _batches = new("--batch")
    {
        Description = "Activations decoded at once; several numbers are measured one after the other.",
        HelpName = "N",
        DefaultValueFactory = _ => [1, 32, 256],
        AllowMultipleArgumentsPerToken = true,
    };

    private readonly Option<int> _runs = new("--runs")
    {
        Description = "Times each is measured; the median counts.",
        HelpName = "N",
        DefaultValueFactory = _ => 9,
    };

    private readonly EngineSettings _settings = new();

    public BenchCommand() : base("bench", "Measures decoding at several batch sizes, with and without the shared prefix.")
    {
        Add(_verbalizer);
        Add(_batches);
        Add(_runs);
        CommonOptions.RequirePositive(_batches);
        CommonOptions.RequirePositive(_runs);
        _settings.AddTo(this);
        Add(new BenchReadingCommand());
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var compute = ComputeOptions.Parse(_settings.Device(parsed), _settings.Type(parsed));
        using var benchmark = DecodeBenchmark.Load(parsed.GetRequiredValue(_verbalizer), compute);
        var runs = parsed.GetValue(_runs);
        var measurements = Array.ConvertAll(parsed.GetRequiredValue(_batches), batch => benchmark.Measure(batch, runs));
        if (_settings.Json(parsed))
            JsonOutput.Write(measurements, parsed.InvocationConfiguration.Output);
        else
            Draw(measurements, parsed.InvocationConfiguration.Output);
        return ExitCode.Done;
    }

    private static void Draw(IEnumerable<DecodeMeasurement> measurements, TextWriter output)
    {
        var table = Terminal.Table(
            "batch", "tokens/s, shared prefix", "tokens/s, own prefix", "decode ms", "matrix products ms", "outside the products");
        foreach (var measured in measurements)
        {
            table.AddRow(
                $"{measured.Batch}",
                Text($"{measured.SharedTokensPerSecond:f0}"),
                Text($"{measured.OwnTokensPerSecond:f0}"),
                Text($"{measured.SharedPrefixSeconds * 1e3:f1}"),
                Text($"{measured.ProductSeconds * 1e3:f1}"),
                Text($"{measured.Overhead:p0}"));
        }
        Terminal.Over(output).Write(table);
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
