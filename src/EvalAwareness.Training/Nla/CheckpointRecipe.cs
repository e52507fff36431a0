using EvalAwareness.Core;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Training.Optimization;
using EvalAwareness.Training.Reinforcement;

namespace EvalAwareness.Training.Nla;

/// <summary>The recipe for a checkpoint of one's own. Steps, batches and rates are those of the released pairs, to be set for smaller models.</summary>
public static class CheckpointRecipe
{
    /// <summary>Block to read when none is named: two thirds of the way up, as most released pairs do.</summary>
    public static int DefaultLayer(int blocks) => Math.Min(blocks - 1, 2 * blocks / 3);

    /// <param name="target">Its folder.</param>
    /// <param name="layer">Block K, from 0; null for the default.</param>
    /// <param name="type"><c>auto</c>, <c>bfloat16</c> or <c>float32</c>: of a step's arithmetic.</param>
    /// <param name="seed">Of splits, positions and sampled words.</param>
    /// <exception cref="RefusedException">Its config.json cannot be read, or there is no such block.</exception>
    public static NlaRecipe For(string target, int? layer, string type, ulong seed)
    {
        var architecture = ConfigurationFile.Read(target);
        var block = layer ?? DefaultLayer(architecture.Blocks);
        if (block < 0 || block >= architecture.Blocks)
            throw new RefusedException($"{target}: there is no block {block}; config.json has {architecture.Blocks}, counted from 0.");
        return new NlaRecipe
        {
            Target = target,
            Architecture = architecture,
            Layer = block,
            Seed = seed,
            ComputeType = ComputeOptions.Parse("cpu", type).Type,
            TrainedOn = "corpus",
            Verbalizer = new() { Steps = 1000, LearningRate = 2e-5, Batch = 256 },
            Reconstructor = new() { Steps = 1000, LearningRate = 2e-5, Batch = 256 },
            Reinforcement = new() { Steps = 4000, LearningRate = 1.41e-5, Batch = 1024, Warmup = 10, SaveEvery = 25 },
            Rollouts = new() { DivergenceWeight = 0.01, MaxNewTokens = 150, ReconstructorLearningRateShare = 1 },
        };
    }
}
