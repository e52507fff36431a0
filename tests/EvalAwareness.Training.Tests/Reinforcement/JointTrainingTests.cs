using EvalAwareness.Core.Progress;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Torch;
using EvalAwareness.Training.Optimization;
using EvalAwareness.Training.Organism;
using EvalAwareness.Training.Reinforcement;
using EvalAwareness.Training.Tokenization;
using EvalAwareness.Training.WarmStart;

namespace EvalAwareness.Training.Tests.Reinforcement;

/// <summary>
/// The verbalizer has learned two summaries for each activation, the reconstructor which of them means it. Rewarded by
/// reconstruction alone, the verbalizer must come to prefer that one.
/// </summary>
public sealed class JointTrainingTests : IClassFixture<TinyOrganism>, IDisposable
{
    private const int Group = 8;

    private static readonly string[] Words = ["red", "seven", "mail", "end"];
    private static readonly ReinforcementOptions Options = new() { Group = Group, MaxNewTokens = 24 };

    private readonly TinyOrganism _organism;
    private readonly HuggingFaceTokenizer _tokenizer;
    private readonly RotaryTable _rotary;
    private readonly float[][] _vectors;
    private readonly ActivationStatistics _statistics;
    private readonly string _training = Directory.CreateTempSubdirectory("training").FullName;

    public JointTrainingTests(TinyOrganism organism)
    {
        _organism = organism;
        _tokenizer = HuggingFaceTokenizer.Load(organism.Folder.Target);
        _rotary = new RotaryTable(Configuration, ScalarType.Float32, Device.Cpu);
        var random = new KeyedRandom(1, "vectors");
        _vectors = [.. Words.Select(_ => Enumerable.Range(0, Configuration.HiddenSize).Select(_ => (float)random.NextGaussian()).ToArray())];
        _statistics = ActivationStatistics.Of(_vectors);
    }

    private DecoderConfiguration Configuration => _organism.Recipe.Architecture;

    public void Dispose()
    {
        _rotary.Dispose();
        Directory.Delete(_training, recursive: true);
    }

    [Fact]
    public void Words_that_are_read_back_become_more_frequent()
    {
        using var models = WarmStarted("frequent");
        var (before, first) = Follow(models, steps: 1, "before");
        var (after, _) = Follow(models, steps: 40, "after");

        Assert.InRange(ShareOfTrueWords(first.At(0)), 0.2, 0.8);
        Assert.InRange(after[^1].Fve, before[0].Fve + 0.2, 1);
        Assert.InRange(after[^1].ClosedShare, 0.9, 1);
    }

    [Fact]
    public void Rewards_are_held_against_their_group()
    {
        using var models = WarmStarted("rewards");
        var rollouts = models.Sampler(_ => _vectors).At(0);

        Assert.Equal(Words.Length * Group, rollouts.Count);
        Assert.All(rollouts, rollout => Assert.Equal(rollout.Description is null, rollout.Reward == Options.FailureReward));
        Assert.All(rollouts.Chunk(Group), group => Assert.Equal(0, group.Sum(rollout => rollout.Advantage), 1e-6));
        Assert.All(rollouts.Chunk(Group), group => Assert.Equal(
            group.OrderBy(rollout => rollout.Reward).Select(rollout => rollout.Reward), group.OrderBy(rollout => rollout.Advantage).Select(rollout => rollout.Reward)));
    }

    [Fact]
    public void Stopped_and_started_again_both_models_end_the_same()
    {
        using var straight = WarmStarted("straight");
        Follow(straight, steps: 4, "straight");

        using var stopped = WarmStarted("stopped");
        Assert.Throws<OperationCanceledException>(() => Follow(stopped, steps: 4, "stopped", new StopAfter(3)));
        using var resumed = WarmStarted("resumed");
        var (rows, _) = Follow(resumed, steps: 4, "stopped");

        Assert.Equal([0, 1, 2, 3], rows.Select(row => row.Step));
        Assert.Equal(Values(straight.Verbalizer.Weights), Values(resumed.Verbalizer.Weights));
        Assert.Equal(Values(straight.Reconstructor.Weights), Values(resumed.Reconstructor.Weights));
    }

    private (IReadOnlyList<RolloutRow> Rows, RolloutSampler Rollouts) Follow(
        Models models, int steps, string name, StopAfter? interruption = null)
    {
        var folder = Path.Combine(_training, name);
        var rollouts = models.Sampler(_ => _vectors);
        var policy = new PolicyTask(Options, models.Verbalizer, models.WarmStart, rollouts.At);
        var record = new RolloutRecord(
            Path.Combine(folder, "rollouts.csv"), rollouts.At, () => policy.Divergence, _statistics.VarianceBaseline, () => 0, () => { });
        var reader = new ReconstructorTask(models.Reconstructor, step =>
            [.. rollouts.At(step).Where(rollout => rollout.Description is not null).Select(rollout => new WarmStartExample(rollout.Vector, rollout.Description!))]);
        new Trainer(folder, Training(steps, 1e-3) with { SaveEvery = 2 }, interruption as IProgressReporter ?? SilentProgress.Instance)
            .Run("joint", [policy, reader], record, interruption?.Token ?? CancellationToken.None);
        return (record.Rows, rollouts);
    }

    private double ShareOfTrueWords(IEnumerable<Rollout> rollouts) => rollouts.Average(rollout =>
        rollout.Description?.EndsWith(Words[Array.IndexOf(_vectors, rollout.Vector)], StringComparison.Ordinal) == true ? 1.0 : 0);

    private Models WarmStarted(string name)
    {
        var folder = Path.Combine(_training, $"warm {name}");
        var models = new Models(Verbalizer(), Verbalizer(), Reconstructor());
        var taught = _vectors.SelectMany((vector, index) => new[] { index, (index + 1) % Words.Length }
            .Select(word => new WarmStartExample(vector, $"A\n\nEnds {Words[word]}"))).ToList();
        foreach (var verbalizer in new[] { models.Verbalizer, models.WarmStart })
            new Trainer($"{folder} {verbalizer.GetHashCode()}", Training(120, 3e-3), SilentProgress.Instance).Run(new VerbalizerTask(verbalizer, _ => taught), CancellationToken.None);
        new Trainer(folder, Training(100, 3e-3), SilentProgress.Instance).Run(
            new ReconstructorTask(models.Reconstructor, _ => [.. _vectors.Select((vector, index) => new WarmStartExample(vector, $"A\n\nEnds {Words[index]}"))]),
            CancellationToken.None);
        return models;
    }

    private TrainedVerbalizer Verbalizer()
    {
        var sidecar = OrganismNla.SidecarFor(NlaRole.Verbalizer, _organism.Recipe, _tokenizer, _statistics);
        var prompt = VerbalizerPrompt.Create(_training, sidecar, _tokenizer, ChatTemplate.Load(_organism.Folder.Target));
        return new TrainedVerbalizer(
            Configuration, RandomWeights.Of(WeightNames.OfLanguageModel(Configuration)), _rotary, prompt, _statistics.InjectionScale, _tokenizer,
            _tokenizer.EncodeIds(ChatMl.TurnEnd)[0]);
    }

    private TrainedReconstructor Reconstructor()
    {
        var sidecar = OrganismNla.SidecarFor(NlaRole.Reconstructor, _organism.Recipe, _tokenizer, _statistics);
        var configuration = Configuration with { Blocks = _organism.Recipe.Layer + 1 };
        long[] square = [configuration.HiddenSize, configuration.HiddenSize];
        return new TrainedReconstructor(
            configuration, RandomWeights.Of(WeightNames.OfTrunk(configuration).Append(new(TrainedReconstructor.Head, square))), _rotary,
            new ReconstructorPrompt(_training, sidecar, _tokenizer));
    }

    private static TrainingOptions Training(int steps, double rate) =>
        new() { Steps = steps, LearningRate = rate, Batch = Words.Length, Warmup = 10 };

    private static IEnumerable<float> Values(MasterWeights weights) => weights.Leaves.SelectMany(leaf => leaf.Detach().ToArray<float>());

    private sealed record Models(TrainedVerbalizer Verbalizer, TrainedVerbalizer WarmStart, TrainedReconstructor Reconstructor) : IDisposable
    {
        public RolloutSampler Sampler(Func<int, IReadOnlyList<float[]>> activationsAt) => new(Options, Verbalizer, Reconstructor, activationsAt, seed: 1);

        public void Dispose()
        {
            Verbalizer.Weights.Dispose();
            WarmStart.Weights.Dispose();
            Reconstructor.Weights.Dispose();
        }
    }
}
