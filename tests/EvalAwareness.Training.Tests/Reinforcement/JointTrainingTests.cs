using EvalAwareness.Core.Progress;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;
using EvalAwareness.Training.Optimization;
using EvalAwareness.Training.Reinforcement;
using EvalAwareness.Training.WarmStart;

namespace EvalAwareness.Training.Tests.Reinforcement;

/// <summary>Rewarded by reconstruction alone, the verbalizer must come to prefer the summary that the reconstructor reads as the activation.</summary>
public sealed class JointTrainingTests(TaughtPair pair) : IClassFixture<TaughtPair>, IDisposable
{
    private const int Group = 8;

    private static readonly ReinforcementOptions Options = new() { Group = Group, MaxNewTokens = 24 };

    private readonly string _training = Directory.CreateTempSubdirectory("training").FullName;

    public void Dispose() => Directory.Delete(_training, recursive: true);

    [Fact]
    public void Words_that_are_read_back_become_more_frequent()
    {
        using var models = new Models(pair);
        var before = ShareOfTrueWords(models.Rollouts.At(0));
        Assert.InRange(before, 0.2, 0.6);

        var rows = Train(models, steps: 40, "frequent");

        // Two words were equally good to begin with; which activation is settled last depends on rounding.
        Assert.InRange(ShareOfTrueWords(models.Rollouts.SampleAnew(100)), before + 0.25, 1);
        Assert.InRange(rows[^1].Fve, rows[0].Fve + 0.2, 1);
        Assert.InRange(rows[^1].ClosedShare, 0.9, 1);
        Assert.InRange(rows[^1].Divergence, 1e-3, 5);
    }

    [Fact]
    public void Rewards_are_held_against_their_group()
    {
        using var models = new Models(pair);
        var rollouts = models.Rollouts.At(0);

        Assert.Equal(TaughtPair.Words.Length * Group, rollouts.Count);
        Assert.All(rollouts, rollout => Assert.Equal(rollout.Description is null, rollout.Reward == Options.FailureReward));
        Assert.All(rollouts.Chunk(Group), group => Assert.Equal(0, group.Sum(rollout => rollout.Advantage), 1e-6));
        Assert.All(rollouts.Chunk(Group), group => Assert.Equal(
            group.Select(rollout => rollout.Reward).Order(), group.OrderBy(rollout => rollout.Advantage).Select(rollout => rollout.Reward)));
    }

    [Fact]
    public void Stopped_and_started_again_both_models_end_the_same()
    {
        using var straight = new Models(pair);
        Train(straight, steps: 4, "straight");

        using var stopped = new Models(pair);
        Assert.Throws<OperationCanceledException>(() => Train(stopped, steps: 4, "stopped", new StopAfter(3)));
        using var resumed = new Models(pair);
        var rows = Train(resumed, steps: 4, "stopped");

        Assert.Equal([0, 1, 2, 3], rows.Select(row => row.Step));
        Assert.Equal(Values(straight.Verbalizer.Weights), Values(resumed.Verbalizer.Weights));
        Assert.Equal(Values(straight.Reconstructor.Weights), Values(resumed.Reconstructor.Weights));
    }

    [Fact]
    public void Neither_loss_reaches_the_other_model()
    {
        using var models = new Models(pair);
        using var scope = TensorScope.Enter();
        var (written, read, reference) = (models.Verbalizer.Weights.Leaves, models.Reconstructor.Weights.Leaves, models.WarmStart.Weights.Leaves);

        Gradients.Backward(Policy(models).Loss(0), [.. written, .. read, .. reference]);
        Assert.All(written, leaf => Assert.NotNull(Gradients.Of(leaf)));
        Assert.All([.. read, .. reference], leaf => Assert.Null(Gradients.Of(leaf)));

        using var fresh = new Models(pair);
        Gradients.Backward(Reader(fresh).Loss(0), [.. fresh.Reconstructor.Weights.Leaves, .. fresh.Verbalizer.Weights.Leaves]);
        Assert.All(fresh.Reconstructor.Weights.Leaves, leaf => Assert.NotNull(Gradients.Of(leaf)));
        Assert.All(fresh.Verbalizer.Weights.Leaves, leaf => Assert.Null(Gradients.Of(leaf)));
    }

    [Fact]
    public void Halving_an_error_is_worth_the_same_wherever_it_stands()
    {
        var log = Options with { LogReward = true };

        Assert.Equal(log.Reward(0.5) - log.Reward(1), log.Reward(0.05) - log.Reward(0.1), 1e-12);
        Assert.InRange(log.Reward(4), log.FailureReward, 0);
        Assert.Equal(-0.5, Options.Reward(0.5));
    }

    private static PolicyTask Policy(Models models) => new(Options, models.Verbalizer, models.WarmStart, models.Rollouts.At);

    private static ReconstructorTask Reader(Models models) => new(models.Reconstructor, step => [.. models.Rollouts.At(step)
        .Where(rollout => rollout.Description is not null).Select(rollout => new WarmStartExample(rollout.Vector, rollout.Description!))]);

    private IReadOnlyList<RolloutRow> Train(Models models, int steps, string name, StopAfter? interruption = null)
    {
        var folder = Path.Combine(_training, name);
        var policy = Policy(models);
        var record = new RolloutRecord(
            Path.Combine(folder, "rollouts.csv"), steps, models.Rollouts.At, () => policy.Divergence,
            new StepProfile(Path.Combine(folder, "profile.csv"), models.Clock), pair.Variance, heldOutFve: () => 0, keepBest: () => { });
        var options = new TrainingOptions { Steps = steps, LearningRate = 1e-3, Batch = TaughtPair.Words.Length * Group, Warmup = 10, SaveEvery = 2 };
        new Trainer(folder, options, interruption as IProgressReporter ?? SilentProgress.Instance) { Clock = models.Clock }
            .Run("joint", [policy, Reader(models)], record, interruption?.Token ?? CancellationToken.None);
        return record.Rows;
    }

    private double ShareOfTrueWords(IEnumerable<Rollout> rollouts) => rollouts.Average(rollout =>
        rollout.Description?.EndsWith(TaughtPair.Words[Array.IndexOf(pair.Vectors, rollout.Vector)], StringComparison.Ordinal) == true ? 1.0 : 0);

    private static IEnumerable<float> Values(MasterWeights weights) => weights.Leaves.SelectMany(leaf => leaf.Detach().ToArray<float>());

    private sealed class Models : IDisposable
    {
        public Models(TaughtPair pair)
        {
            (Verbalizer, WarmStart, Reconstructor) = (pair.Verbalizer(), pair.Verbalizer(), pair.Reconstructor());
            Rollouts = new RolloutSampler(Options, Verbalizer, Reconstructor, _ => pair.Vectors, seed: 1, Clock);
        }

        public TrainedVerbalizer Verbalizer { get; }

        public TrainedVerbalizer WarmStart { get; }

        public TrainedReconstructor Reconstructor { get; }

        public RolloutSampler Rollouts { get; }

        public StepClock Clock { get; } = new();

        public void Dispose()
        {
            Verbalizer.Weights.Dispose();
            WarmStart.Weights.Dispose();
            Reconstructor.Weights.Dispose();
        }
    }
}
