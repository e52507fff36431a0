using EvalAwareness.Inference;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Torch;
using EvalAwareness.Training.Corpus;
using EvalAwareness.Training.WarmStart;

namespace EvalAwareness.Training.Organism;

/// <summary>The pre-trained target as a source of activations for the warm start.</summary>
internal sealed class WarmStartTarget : IDisposable
{
    private const int PositionsPerDocument = 8;
    private const int StatisticsCount = 4096;

    private static readonly ComputeOptions Compute = new(Device.Cpu, ScalarType.BFloat16);

    private readonly TargetModel _target;
    private readonly TranscriptTokenizer _transcripts;

    public WarmStartTarget(OrganismRecipe recipe, OrganismFolder folder)
    {
        var checkpoint = Checkpoint.Open(folder.Target);
        Tokenizer = checkpoint.Tokenizer;
        _transcripts = new TranscriptTokenizer(checkpoint.Tokenizer, ChatTemplate.Load(folder.Target));
        _target = TargetModel.Load(checkpoint, recipe.Layer, Compute, OrganismNla.TrainedOn);
    }

    public HuggingFaceTokenizer Tokenizer { get; }

    public WarmStartExamples Examples(OrganismCorpus corpus, string split) =>
        new(corpus, _transcripts, _target, split, PositionsPerDocument);

    public ActivationStatistics Measure(OrganismCorpus corpus) =>
        ActivationStatistics.Of([.. Examples(corpus, "statistics").At(0, StatisticsCount).Select(example => example.Vector)]);

    public void Dispose() => _target.Dispose();
}
