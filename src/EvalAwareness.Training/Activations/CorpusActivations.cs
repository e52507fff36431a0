using EvalAwareness.Core.Progress;
using EvalAwareness.Inference;
using EvalAwareness.Inference.Activations;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Torch;
using EvalAwareness.Training.Documents;
using EvalAwareness.Training.Nla;

namespace EvalAwareness.Training.Activations;

/// <summary>From a corpus to activation files: documents are counted, then read by the target.</summary>
/// <param name="recipe">Names target, layer and type.</param>
/// <param name="corpus">Text, JSONL or Parquet files.</param>
/// <param name="options">How documents are read.</param>
/// <param name="progress">Is told both stages.</param>
public sealed class CorpusActivations(NlaRecipe recipe, IReadOnlyList<string> corpus, DocumentOptions options, IProgressReporter progress)
{
    private readonly Checkpoint _checkpoint = Checkpoint.Open(recipe.Target);

    /// <summary>Counts what the corpus holds; loads no weights.</summary>
    public Task<CorpusSurvey> SurveyAsync(CancellationToken stop) => CorpusSurvey.TakeAsync(Documents(), progress, stop);

    /// <summary>Reads the activations of some splits. Killed and started again, it goes on.</summary>
    /// <param name="survey">What the corpus holds.</param>
    /// <param name="splits">Those that are wanted.</param>
    /// <param name="folder">Where they go.</param>
    /// <param name="stop">Cancels between batches.</param>
    public async Task CaptureAsync(CorpusSurvey survey, IReadOnlySet<DataSplit> splits, TrainingFolder folder, CancellationToken stop)
    {
        using var target = TargetModel.Load(_checkpoint, recipe.Layer, new ComputeOptions(Device.Cpu, recipe.ComputeType), recipe.TrainedOn);
        using var stage = progress.Begin("capturing activations", splits.Sum(split => survey.Of(split).Documents), "documents");
        var origin = new DatasetSidecar(
            Id: "", Rows: 0, target.Card.Name, recipe.Layer, string.Join(", ", corpus.Select(Path.GetFileName)), Slice: "",
            options.PositionsPerDocument, target.Card.HiddenSize);
        var capture = new ActivationCapture(target, _checkpoint.Tokenizer, new ActivationFolder(folder.Activations), origin);
        await capture.RunAsync(Documents().ReadAsync(SilentProgress.Instance, _ => { }, stop), splits, stage, stop);
    }

    private DocumentStream Documents()
    {
        var mostTokens = Math.Min(options.MostTokens, recipe.Architecture.ContextLength);
        var planner = new DocumentPlanner(options with { MostTokens = mostTokens }, _checkpoint.Tokenizer, ChatTemplate.Load(recipe.Target));
        return new DocumentStream(corpus, options, planner);
    }
}
