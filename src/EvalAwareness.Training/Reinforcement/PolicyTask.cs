using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;
using EvalAwareness.Training.Optimization;
using EvalAwareness.Training.WarmStart;

namespace EvalAwareness.Training.Reinforcement;

/// <summary>
/// Makes the verbalizer write more of what earned more than the rest of its group, at a price for every nat it moves away
/// from the warm start. One step on what was just sampled: the ratio of new to old probabilities is one, so nothing is clipped.
/// </summary>
internal sealed class PolicyTask(
    ReinforcementOptions options, TrainedVerbalizer verbalizer, TrainedVerbalizer warmStart, Func<int, IReadOnlyList<Rollout>> rolloutsAt) : ITrainingTask
{
    public const string TaskName = "policy";

    public string Name => TaskName;

    public MasterWeights Weights => verbalizer.Weights;

    /// <summary>Mean over the tokens of the latest step of their log-probability against the warm start's: an estimate of the divergence in nats a token.</summary>
    public double Divergence { get; private set; }

    public Tensor Loss(int step)
    {
        var rollouts = rolloutsAt(step);
        var vectors = rollouts.Select(rollout => rollout.Vector).ToList();
        var responses = rollouts.Select(rollout => rollout.Tokens).ToList();
        var losses = verbalizer.CrossEntropies(vectors, responses);                              // [tokens]
        var advantages = rollouts.SelectMany(rollout => Enumerable.Repeat((float)rollout.Advantage, rollout.Tokens.Length)).ToArray();
        var moved = WarmStartLosses(vectors, responses) - losses;
        Divergence = moved.Detach().Mean().Item();
        // Half the squared log-ratio: its gradient is that of the divergence (Schulman 2020, k2).
        return (losses * Tensor.From(advantages, [advantages.Length])).Mean() + (moved * moved).Mean() * (options.DivergenceWeight / 2);
    }

    private Tensor WarmStartLosses(IReadOnlyList<float[]> vectors, IReadOnlyList<int[]> responses)
    {
        using var off = GradMode.Disabled();
        return warmStart.CrossEntropies(vectors, responses);
    }
}
