using System.CommandLine;
using EvalAwareness.Cli.Machine;
using EvalAwareness.Cli.Progress;
using EvalAwareness.Core;
using EvalAwareness.Inference;
using EvalAwareness.Inference.Activations;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Cli.Transcripts;
using EvalAwareness.Pipeline.Auditing;
using EvalAwareness.Reading;
using EvalAwareness.Reading.Datasets;

namespace EvalAwareness.Cli.Interop;

/// <summary><c>capture CHECKPOINT FILE...</c>: the activation at every token, as a file that other tools read.</summary>
internal sealed class CaptureCommand : Command
{
    private readonly Argument<string> _checkpoint = new("CHECKPOINT") { Description = "The model's folder." };

    private readonly TranscriptArguments _transcripts = new();

    private readonly Option<int?> _layer = new("--layer")
    {
        Description = "Block whose output is read, from 0; other tools call it hidden_states[K+1]. Default: what a sidecar in CHECKPOINT says.",
        HelpName = "K",
    };

    private readonly Option<bool> _text = new("--text") { Description = "Each FILE is a plain text, taken as it is, without a chat template." };

    private readonly Option<string> _out = OutFile.Option();

    private readonly EngineSettings _settings = new();

    public CaptureCommand() : base("capture", "Writes the activations of every token of some files to Parquet, with a sidecar.")
    {
        Add(_checkpoint);
        _transcripts.AddTo(this);
        foreach (var option in (Option[])[_layer, _text, _out])
            Add(option);
        _settings.AddTo(this);
        SetAction(RunAsync);
    }

    private async Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var compute = ComputeOptions.Parse(_settings.Device(parsed), _settings.Type(parsed));
        var checkpoint = Checkpoint.Open(parsed.GetRequiredValue(_checkpoint));
        var layer = Layer(parsed, checkpoint);
        var sources = _transcripts.Sources(parsed);
        var file = OutFile.Prepare(parsed.GetRequiredValue(_out), sources.Select(source => source.Path));
        var documents = new DocumentFiles(checkpoint, await DatasetCatalog.OpenAsync(sources, stop), parsed.GetValue(_text));
        var progress = ProgressChoice.For(parsed.InvocationConfiguration.Error, _settings.Json(parsed));
        var survey = await DocumentSurvey.TakeAsync(documents, progress, stop);

        using var target = TargetModel.Load(checkpoint, layer, compute, trainedOn: null);
        await using var table = CaptureTable.Open(file, target.Card.HiddenSize);
        using (var stage = progress.Begin("capturing activations", survey.Tokens, "tokens"))
            new CaptureRun(target, table, stage).Run(documents.ReadAsync(stop), stop);
        // Where a sidecar stands, it is that of the rows beside it.
        File.Delete(DatasetSidecar.PathOf(file));
        await table.CompleteAsync(stop);
        CaptureSidecar.Describe(target, documents, survey, table.Rows).Write(file);
        return new InteropSummary(file, table.Rows, layer, target.Card.HiddenSize, survey.Skipped)
            .Show(_settings.Json(parsed), parsed.InvocationConfiguration.Output);
    }

    private int Layer(ParseResult parsed, Checkpoint checkpoint)
    {
        var blocks = $"{checkpoint.Folder} has blocks 0 to {checkpoint.Configuration.Blocks - 1}";
        var layer = parsed.GetValue(_layer) ?? SidecarFile.ReadLayer(checkpoint.Folder) ?? throw new RefusedException(
            $"--layer: name the block K whose output is read, counted from 0: what other tools call hidden_states[K+1]. {blocks}.");
        return layer >= 0 && layer < checkpoint.Configuration.Blocks
            ? layer
            : throw new RefusedException($"--layer: there is no block {layer}; {blocks}.");
    }
}
