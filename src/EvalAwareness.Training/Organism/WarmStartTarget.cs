using EvalAwareness.Core.Progress;
using EvalAwareness.Inference;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Torch;
using EvalAwareness.Training.Corpus;
using EvalAwareness.Training.Evaluation;
using EvalAwareness.Training.WarmStart;

namespace EvalAwareness.Training.Organism;

/// <summary>The pre-trained target as a source of activations for the warm start.</summary>
internal sealed class WarmStartTarget : IDisposable
{
    private const int PositionsPerDocument = 16;
    private const int StatisticsSteps = 16;
    private const int StatisticsBatch = 256;

    private readonly TargetModel _target;
    private readonly TranscriptTokenizer _transcripts;

    public WarmStartTarget(OrganismRecipe recipe, OrganismFolder folder)
    {
        var checkpoint = Checkpoint.Open(folder.Target);
        Tokenizer = checkpoint.Tokenizer;
        _transcripts = new TranscriptTokenizer(checkpoint.Tokenizer, ChatTemplate.Load(folder.Target));
        _target = TargetModel.Load(checkpoint, recipe.Layer, new ComputeOptions(Device.Cpu, recipe.ComputeType), OrganismNla.TrainedOn);
    }

    public HuggingFaceTokenizer Tokenizer { get; }

    public WarmStartExamples Examples(OrganismCorpus corpus, string split) =>
        new(corpus, _transcripts, _target, split, PositionsPerDocument);

    public ActivationStatistics Measure(OrganismCorpus corpus)
    {
        var examples = Examples(corpus, "statistics");
        var read = Enumerable.Range(0, StatisticsSteps).SelectMany(step => examples.At(step, StatisticsBatch));
        return ActivationStatistics.Of([.. read.Select(example => example.Vector)]);
    }

    public BeliefProbe Probe(OrganismCorpus corpus, IProgressReporter progress, CancellationToken stop) =>
        new ProbeFitting(_transcripts, _target, progress).Fit(corpus, stop);

    public void Dispose() => _target.Dispose();
}
