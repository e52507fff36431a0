using EvalAwareness.Core.Progress;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Torch;
using EvalAwareness.Training.Optimization;
using EvalAwareness.Training.Organism;
using EvalAwareness.Training.Nla;
using EvalAwareness.Training.WarmStart;

namespace EvalAwareness.Training.Tests.Reinforcement;

/// <summary>
/// A verbalizer that has learned two summaries for each of four activations, and a reconstructor that has learned which of
/// the two means it. Made once; every test gets copies.
/// </summary>
public sealed class TaughtPair : IDisposable
{
    private readonly TinyOrganism _organism = new();
    private readonly HuggingFaceTokenizer _tokenizer;
    private readonly NlaFolders _folders;
    private readonly RotaryTable _rotary;
    private readonly ActivationStatistics _statistics;
    private readonly Dictionary<string, float[]> _verbalizer;
    private readonly Dictionary<string, float[]> _reconstructor;

    public TaughtPair()
    {
        _tokenizer = HuggingFaceTokenizer.Load(_organism.Folder.Target);
        _rotary = new RotaryTable(Configuration, ScalarType.Float32, Device.Cpu);
        var random = new KeyedRandom(1, "vectors");
        Vectors = [.. Words.Select(_ => Enumerable.Range(0, Configuration.HiddenSize).Select(_ => (float)random.NextGaussian()).ToArray())];
        _statistics = ActivationStatistics.Of(Vectors);
        _folders = new NlaFolders(_organism.Recipe.Nla(_organism.Folder), _statistics);
        _verbalizer = Taught(VerbalizerOf(RandomWeights.Of(VerbalizerShapes)), 120, verbalizer => new VerbalizerTask(verbalizer, new SummaryImportance(_tokenizer), _ => [.. Examples(0), .. Examples(1)]), verbalizer => verbalizer.Weights);
        _reconstructor = Taught(ReconstructorOf(RandomWeights.Of(ReconstructorShapes)), 100, reconstructor => new ReconstructorTask(reconstructor, _ => [.. Examples(0)]), reconstructor => reconstructor.Weights);
    }

    public static string[] Words { get; } = ["red", "seven", "mail", "end"];

    public float[][] Vectors { get; }

    public double Variance => _statistics.VarianceBaseline;

    private DecoderConfiguration Configuration => _organism.Recipe.Architecture;

    private DecoderConfiguration Trunk => Configuration with { Blocks = _organism.Recipe.Layer + 1 };

    private IEnumerable<KeyValuePair<string, long[]>> VerbalizerShapes => WeightNames.OfLanguageModel(Configuration);

    private IEnumerable<KeyValuePair<string, long[]>> ReconstructorShapes =>
        WeightNames.OfTrunk(Trunk).Append(new(TrainedReconstructor.Head, [Configuration.HiddenSize, Configuration.HiddenSize]));

    internal TrainedVerbalizer Verbalizer() => VerbalizerOf(MasterWeights.Create(VerbalizerShapes, (name, _) => _verbalizer[name]));

    internal TrainedReconstructor Reconstructor() => ReconstructorOf(MasterWeights.Create(ReconstructorShapes, (name, _) => _reconstructor[name]));

    public void Dispose()
    {
        _rotary.Dispose();
        _organism.Dispose();
    }

    /// <summary>Each activation with its own word, or with the next one's.</summary>
    private IEnumerable<WarmStartExample> Examples(int shift) =>
        Vectors.Select((vector, index) => new WarmStartExample(vector, $"A\n\nEnds {Words[(index + shift) % Words.Length]}"));

    private TrainedVerbalizer VerbalizerOf(MasterWeights weights) => _folders.Verbalizer(weights, _rotary);

    private TrainedReconstructor ReconstructorOf(MasterWeights weights) => _folders.Reconstructor(weights, _rotary);

    private Dictionary<string, float[]> Taught<TModel>(TModel model, int steps, Func<TModel, ITrainingTask> task, Func<TModel, MasterWeights> weightsOf)
    {
        using var weights = weightsOf(model);
        var options = new TrainingOptions { Steps = steps, LearningRate = 3e-3, Batch = Words.Length, Warmup = 10, SaveEvery = steps };
        new Trainer(_organism.Folder.Training, options, SilentProgress.Instance).Run(task(model), CancellationToken.None);
        return weights.ByName.ToDictionary(pair => pair.Key, pair => pair.Value.Detach().ToArray<float>());
    }
}
