using EvalAwareness.Core;
using EvalAwareness.Core.Progress;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Torch;
using EvalAwareness.Training.Corpus;
using EvalAwareness.Training.Optimization;
using EvalAwareness.Training.Reinforcement;
using EvalAwareness.Training.WarmStart;

namespace EvalAwareness.Training.Organism;

/// <summary>
/// Joint training after the warm start: the verbalizer is rewarded for words that the reconstructor reads back, and the
/// reconstructor learns to read them. No text and no label is seen, only activations.
/// </summary>
public sealed class ReinforcementTraining(OrganismRecipe recipe, OrganismFolder folder, IProgressReporter progress)
{
    private const int HeldOutActivations = 512;

    private readonly OrganismCorpus _corpus = new(recipe.Seed);

    /// <summary>Begins with the warm start's checkpoints and writes the best pair, by FVE on held-out activations, to the folder's own places.</summary>
    /// <returns>The loss curves of both, and what the rollouts of each step were like.</returns>
    public (IReadOnlyList<LossCurve> Curves, IReadOnlyList<RolloutRow> Rows) Run(CancellationToken stop)
    {
        using var target = new WarmStartTarget(recipe, folder);
        var statistics = target.Measure(_corpus);
        var folders = new NlaFolders(recipe, folder, target.Tokenizer, statistics);
        using var rotary = new RotaryTable(recipe.Architecture, recipe.ComputeType, Device.Cpu);
        using var policyWeights = folders.VerbalizerWeights(folder.WarmStart.Verbalizer);
        using var warmStartWeights = folders.VerbalizerWeights(folder.WarmStart.Verbalizer);
        using var readerWeights = folders.ReconstructorWeights(folder.WarmStart.Reconstructor);
        var (verbalizer, reconstructor) = (folders.Verbalizer(policyWeights, rotary), folders.Reconstructor(readerWeights, rotary));

        var rollouts = Sampler("reinforcement", recipe.Rollouts, recipe.Reinforcement.Batch);
        var policy = new PolicyTask(recipe.Rollouts, verbalizer, folders.Verbalizer(warmStartWeights, rotary), rollouts.At);
        var heldOut = Sampler("reinforcement held-out", recipe.Rollouts with { Group = 1 }, HeldOutActivations);
        var record = new RolloutRecord(
            Path.Combine(folder.Training, "rl.rollouts.csv"), rollouts.At, () => policy.Divergence, statistics.VarianceBaseline,
            () => Rollouts.Fve(heldOut.SampleAnew(0).Closed(), statistics.VarianceBaseline), KeepBest);
        var reader = new ReconstructorTask(reconstructor, step => Examples(rollouts.At(step), step))
        {
            LearningRateShare = recipe.Rollouts.ReconstructorLearningRateShare,
        };
        var curves = new Trainer(folder.Training, recipe.Reinforcement, progress).Run("rl", [policy, reader], record, stop);
        return (curves, record.Rows);

        RolloutSampler Sampler(string split, ReinforcementOptions options, int responses)
        {
            var examples = target.Examples(_corpus, split);
            return new RolloutSampler(options, verbalizer, reconstructor, Activations, recipe.Seed);

            IReadOnlyList<float[]> Activations(int step) => [.. examples.At(step, responses / options.Group).Select(example => example.Vector)];
        }

        void KeepBest()
        {
            folders.WriteVerbalizer(folder.Nla.Verbalizer, policyWeights);
            folders.WriteReconstructor(folder.Nla.Reconstructor, readerWeights);
        }
    }

    /// <exception cref="RefusedException">None closed: there is nothing to read, and nothing to go on from.</exception>
    private static IReadOnlyList<WarmStartExample> Examples(IReadOnlyList<Rollout> rollouts, int step)
    {
        var closed = rollouts.Closed();
        if (closed.Count == 0)
            throw new RefusedException($"No response of step {step} closed its tags. Make the warm start first: evalaware train warm-start.");
        return [.. closed.Select(rollout => new WarmStartExample(rollout.Vector, rollout.Description!))];
    }
}
