using EvalAwareness.Core.Progress;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;
using EvalAwareness.Training.Nla;
using EvalAwareness.Training.Optimization;
using EvalAwareness.Training.Organism;
using EvalAwareness.Training.WarmStart;

namespace EvalAwareness.Training.Tests.WarmStart;

/// <summary>
/// A few fixed pairs are learned by heart, which no task can do that loses its activation, mixes up its rows or
/// reads at the wrong token: with the activations exchanged, what was learned must be wrong.
/// </summary>
public sealed class WarmStartTaskTests : IClassFixture<TinyOrganism>, IDisposable
{
    private const int Own = 0;
    private const int Exchanged = -1;

    private static readonly string[] Summaries =
        [.. new[] { "red", "seven", "a mail", "the end", "no tool", "Kyle", "issue", "quiet" }.Select(word => $"A\n\nEnds {word}")];

    private readonly TinyOrganism _organism;
    private readonly HuggingFaceTokenizer _tokenizer;
    private readonly RotaryTable _rotary;
    private readonly NlaFolders _folders;
    private readonly WarmStartExample[] _examples;
    private readonly WarmStartExample[] _exchanged;
    private readonly string _training = Directory.CreateTempSubdirectory("training").FullName;

    public WarmStartTaskTests(TinyOrganism organism)
    {
        _organism = organism;
        _tokenizer = HuggingFaceTokenizer.Load(organism.Folder.Target);
        _rotary = new RotaryTable(Configuration, ScalarType.Float32, Device.Cpu);
        var random = new KeyedRandom(1, "vectors");
        _examples = [.. Summaries.Select(summary => new WarmStartExample(
            [.. Enumerable.Range(0, Configuration.HiddenSize).Select(_ => (float)random.NextGaussian())], summary))];
        _exchanged = [.. _examples.Select((example, index) => example with { Vector = _examples[(index + 1) % _examples.Length].Vector })];
        _folders = new NlaFolders(organism.Recipe.Nla(organism.Folder), ActivationStatistics.Of([.. _examples.Select(example => example.Vector)]));
    }

    private DecoderConfiguration Configuration => _organism.Recipe.Architecture;

    public void Dispose()
    {
        _rotary.Dispose();
        Directory.Delete(_training, recursive: true);
    }

    [Fact]
    public void The_verbalizer_learns_what_each_activation_says()
    {
        using var weights = RandomWeights.Of(WeightNames.OfLanguageModel(Configuration));
        var task = new VerbalizerTask(_folders.Verbalizer(weights, _rotary), new SummaryImportance(_tokenizer), ExamplesAt);
        Train(task, steps: 150);

        Assert.InRange(Loss(task, Own), 0, 0.05);
        Assert.InRange(Loss(task, Exchanged), 0.5, double.PositiveInfinity);
    }

    [Fact]
    public void The_reconstructor_learns_which_activation_each_summary_means()
    {
        var configuration = Configuration with { Blocks = _organism.Recipe.Layer + 1 };
        long[] square = [configuration.HiddenSize, configuration.HiddenSize];
        using var weights = RandomWeights.Of(WeightNames.OfTrunk(configuration).Append(new(TrainedReconstructor.Head, square)));
        var task = new ReconstructorTask(_folders.Reconstructor(weights, _rotary), ExamplesAt);
        Train(task, steps: 100);

        Assert.InRange(Loss(task, Own), 0, 0.1);
        Assert.InRange(Loss(task, Exchanged), 1, 4);
    }

    private IReadOnlyList<WarmStartExample> ExamplesAt(int step) => step == Exchanged ? _exchanged : _examples;

    private void Train(ITrainingTask task, int steps) => new Trainer(
        _training, new TrainingOptions { Steps = steps, LearningRate = 3e-3, Batch = Summaries.Length, Warmup = 10 }, SilentProgress.Instance)
        .Run(task, CancellationToken.None);

    private static double Loss(ITrainingTask task, int step)
    {
        using var scope = TensorScope.Enter();
        using var off = GradMode.Disabled();
        return task.Loss(step).Item();
    }
}
