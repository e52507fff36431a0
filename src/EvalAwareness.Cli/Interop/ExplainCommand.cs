using System.CommandLine;
using EvalAwareness.Cli.Machine;
using EvalAwareness.Cli.Progress;
using EvalAwareness.Core.Models;
using EvalAwareness.Inference.Activations;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Results.Columns;

namespace EvalAwareness.Cli.Interop;

/// <summary><c>explain X.parquet</c>: words for the activations of a file, whoever wrote it.</summary>
internal sealed class ExplainCommand : Command
{
    private readonly Argument<string> _activations = new("X.parquet")
    {
        Description = "A file with a column activation_vector; its other columns are carried over.",
    };

    private readonly Option<string> _verbalizer = new("--av") { Description = "The verbalizer's folder.", HelpName = "DIR", Required = true };

    private readonly Option<string?> _reconstructor = new("--ar")
    {
        Description = "The reconstructor's folder; without one there is no fidelity.",
        HelpName = "DIR",
    };

    private readonly Option<string> _out = OutFile.Option();

    private readonly SamplingSettings _sampling = new();

    private readonly InjectionSetting _injection = new();

    private readonly EngineSettings _settings = new();

    public ExplainCommand() : base("explain", "Puts the activations of a Parquet file into words, and reads the words back.")
    {
        Add(_activations);
        foreach (var option in (Option[])[_verbalizer, _reconstructor, _out])
            Add(option);
        _sampling.AddTo(this);
        _injection.AddTo(this);
        _settings.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var compute = ComputeOptions.Parse(_settings.Device(parsed), _settings.Type(parsed));
        var (source, sampling, seed) = (parsed.GetRequiredValue(_activations), _sampling.Options(parsed), _sampling.Seed(parsed));
        await using var activations = await ActivationTable.OpenAsync(source, stop);
        var schema = ExplainTable.Schema(source, activations.Carried, sampling, seed);
        CheckSidecars(parsed, source);
        var file = OutFile.Prepare(parsed.GetRequiredValue(_out), [source]);

        using var verbalizer = Verbalizer.Load(parsed.GetRequiredValue(_verbalizer), compute, _injection.Options(parsed));
        using var reconstructor = parsed.GetValue(_reconstructor) is { } folder ? Reconstructor.Load(folder, compute) : null;
        await using var table = new TableWriter<ExplainedRow>(schema, file);
        var progress = ProgressChoice.For(parsed.InvocationConfiguration.Error, _settings.Json(parsed));
        IReadOnlyList<SkippedItem> failed;
        using (var stage = progress.Begin("explaining", activations.Rows, "activations"))
            failed = new ExplainRun(verbalizer, reconstructor, sampling, seed, parsed.InvocationConfiguration.Error)
                .Run(source, activations, table, stage, stop);
        await table.CompleteAsync(stop);
        return new InteropSummary(file, table.Rows, verbalizer.Sidecar.Layer, verbalizer.Sidecar.HiddenSize, failed)
            .Show(_settings.Json(parsed), parsed.InvocationConfiguration.Output);
    }

    /// <summary>What can be known before a model is loaded.</summary>
    private void CheckSidecars(ParseResult parsed, string source)
    {
        var verbalizer = SidecarFile.Read(parsed.GetRequiredValue(_verbalizer), _injection.Options(parsed));
        DatasetSidecar.RequireReadable(source, verbalizer);
        if (parsed.GetValue(_reconstructor) is { } folder)
            LoadedNla.RequirePair(verbalizer, SidecarFile.Read(folder));
    }
}
