using EvalAwareness.Core;
using EvalAwareness.Core.Progress;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Torch;
using EvalAwareness.Training.Nla;
using EvalAwareness.Training.Optimization;
using EvalAwareness.Training.WarmStart;

namespace EvalAwareness.Training.Reinforcement;

/// <summary>
/// Joint training after the warm start: the verbalizer is rewarded for words that the reconstructor reads back, and the
/// reconstructor learns to read them. No text and no label is seen, only activations.
/// </summary>
public sealed class ReinforcementTraining(NlaRecipe recipe, TrainingFolder folder, INlaData data, IProgressReporter progress)
{
    private const int HeldOutActivations = 512;

    /// <summary>Begins with the warm start's checkpoints and writes the best pair, by FVE on held-out activations, to the folder's own places.</summary>
    /// <exception cref="RefusedException">There is no warm start, or none of its responses closes.</exception>
    public JointCurves Run(CancellationToken stop)
    {
        RequireWarmStart();
        var clock = new StepClock();
        var statistics = data.Measure();
        var folders = new NlaFolders(recipe, statistics);
        using var rotary = new RotaryTable(recipe.Architecture, recipe.ComputeType, Device.Cpu);
        using var policyWeights = folders.VerbalizerWeights(folder.WarmStart.Verbalizer);
        using var warmStartWeights = folders.VerbalizerWeights(folder.WarmStart.Verbalizer);
        using var readerWeights = folders.ReconstructorWeights(folder.WarmStart.Reconstructor);
        var (verbalizer, reconstructor) = (folders.Verbalizer(policyWeights, rotary), folders.Reconstructor(readerWeights, rotary));

        var rollouts = Sampler(DataSplit.Reinforcement, recipe.Rollouts, recipe.Reinforcement.Batch, clock);
        var policy = new PolicyTask(recipe.Rollouts, verbalizer, folders.Verbalizer(warmStartWeights, rotary), rollouts.At);
        var heldOut = Sampler(DataSplit.HeldOut, recipe.Rollouts with { Group = 1 }, HeldOutActivations, new StepClock());
        var profile = new StepProfile(Path.Combine(folder.Training, "rl.profile.csv"), clock);
        var record = new RolloutRecord(
            Path.Combine(folder.Training, "rl.rollouts.csv"), recipe.Reinforcement.Steps, rollouts.At, () => policy.Divergence, profile, statistics.VarianceBaseline,
            () => Rollouts.Fve(heldOut.SampleAnew(0).Closed(), statistics.VarianceBaseline), KeepBest);
        var reader = new ReconstructorTask(reconstructor, step => Examples(rollouts.At(step), step))
        {
            LearningRateShare = recipe.Rollouts.ReconstructorLearningRateShare,
        };
        var trainer = new Trainer(folder.Training, recipe.Reinforcement, progress) { Clock = clock };
        var losses = trainer.Run("rl", [policy, reader], record, stop);
        if (!record.Rows.Any(row => row.HeldOutFve is { } fve && double.IsFinite(fve)))
            throw new RefusedException($"No response to a held-out activation ever closed, so no pair was written; the curves are in {folder.Training}.");
        return new JointCurves(losses, record.Rows, profile.Rows);

        RolloutSampler Sampler(DataSplit split, ReinforcementOptions options, int responses, StepClock timing)
        {
            var activations = data.Activations(split);
            return new RolloutSampler(
                options, verbalizer, reconstructor, step => activations.At(step, responses / options.Group), recipe.Seed, timing);
        }

        void KeepBest()
        {
            folders.WriteVerbalizer(folder.Nla.Verbalizer, policyWeights, Sidecar.JointlyTrained);
            folders.WriteReconstructor(folder.Nla.Reconstructor, readerWeights, Sidecar.JointlyTrained);
        }
    }

    private void RequireWarmStart()
    {
        foreach (var half in (string[])[folder.WarmStart.Verbalizer, folder.WarmStart.Reconstructor])
        {
            if (!File.Exists(Path.Combine(half, Sidecar.FileName)))
                throw new RefusedException($"{half}: the warm start is not there; run train warm-start first.");
        }
    }

    /// <exception cref="RefusedException">None closed: there is nothing to read, and nothing to go on from.</exception>
    private static IReadOnlyList<WarmStartExample> Examples(IReadOnlyList<Rollout> rollouts, int step)
    {
        var closed = rollouts.Closed();
        if (closed.Count == 0)
            throw new RefusedException($"No response of step {step} closed its tags. The warm start was too short for it.");
        return [.. closed.Select(rollout => new WarmStartExample(rollout.Vector, rollout.Description!))];
    }
}
