using EvalAwareness.Inference;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Torch;
using EvalAwareness.Training.Corpus;
using EvalAwareness.Training.Nla;
using EvalAwareness.Training.WarmStart;

namespace EvalAwareness.Training.Organism;

/// <summary>The organism's own corpus, read by its pre-trained target: documents, activations and summaries are made as they are asked for.</summary>
public sealed class OrganismNlaData : INlaData
{
    private const int PositionsPerDocument = 16;
    private const int StatisticsSteps = 16;
    private const int StatisticsBatch = 256;

    private readonly OrganismCorpus _corpus;
    private readonly TargetModel _target;
    private readonly TranscriptTokenizer _transcripts;

    public OrganismNlaData(OrganismRecipe recipe, OrganismFolder folder)
    {
        var checkpoint = Checkpoint.Open(folder.Target);
        _corpus = new OrganismCorpus(recipe.Seed);
        _transcripts = new TranscriptTokenizer(checkpoint.Tokenizer, ChatTemplate.Load(folder.Target));
        _target = TargetModel.Load(checkpoint, recipe.Layer, new ComputeOptions(Device.Cpu, recipe.ComputeType), OrganismNla.TrainedOn);
        Importance = new SummaryImportance(checkpoint.Tokenizer);
    }

    public ISummaryImportance Importance { get; }

    public IExampleSource Examples(DataSplit split) => Examples(NameOf(split));

    public IActivationSource Activations(DataSplit split) => Examples(NameOf(split));

    public ActivationStatistics Measure()
    {
        var examples = Examples("statistics");
        var read = Enumerable.Range(0, StatisticsSteps).SelectMany(step => examples.At(step, StatisticsBatch));
        return ActivationStatistics.Of([.. read.Select(example => example.Vector)]);
    }

    public void Dispose() => _target.Dispose();

    private OrganismExamples Examples(string stream) => new(_corpus, _transcripts, _target, stream, PositionsPerDocument);

    private static string NameOf(DataSplit split) => split switch
    {
        DataSplit.Verbalizer => "verbalizer",
        DataSplit.Reconstructor => "reconstructor",
        DataSplit.Reinforcement => "reinforcement",
        DataSplit.HeldOut => "reinforcement held-out",
        _ => throw new ArgumentOutOfRangeException(nameof(split), split, null),
    };
}
