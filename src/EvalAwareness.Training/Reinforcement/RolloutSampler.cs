using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Models;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;
using EvalAwareness.Training.Optimization;
using EvalAwareness.Training.WarmStart;

namespace EvalAwareness.Training.Reinforcement;

/// <summary>
/// Samples a group of responses for each activation of a step with the verbalizer as it is at that step, and rewards each by
/// how well the reconstructor as it is reads it back. A step's rollouts are kept until those of the next are asked for: both
/// models learn from the same.
/// </summary>
/// <param name="options">Sizes and rewards.</param>
/// <param name="verbalizer">Writes.</param>
/// <param name="reconstructor">Reads.</param>
/// <param name="activationsAt">The activations of a step.</param>
/// <param name="seed">Of the words sampled.</param>
/// <param name="clock">Times writing and reading back.</param>
internal sealed class RolloutSampler(
    ReinforcementOptions options, TrainedVerbalizer verbalizer, TrainedReconstructor reconstructor,
    Func<int, IReadOnlyList<float[]>> activationsAt, ulong seed, StepClock clock)
{
    private int _step = -1;
    private IReadOnlyList<Rollout> _rollouts = [];

    public IReadOnlyList<Rollout> At(int step)
    {
        if (step != _step)
            (_step, _rollouts) = (step, Sample(step));
        return _rollouts;
    }

    /// <summary>The same activations and random numbers again, with the models as they are now.</summary>
    public IReadOnlyList<Rollout> SampleAnew(int step) => Sample(step);

    private List<Rollout> Sample(int step)
    {
        var vectors = activationsAt(step).SelectMany(vector => Enumerable.Repeat(vector, options.Group)).ToList();
        var requests = vectors.Select((vector, index) => new VerbalizationRequest(
            new SampleKey(seed, $"step {step}", "reinforcement", index / options.Group, index % options.Group), vector)).ToList();
        var responses = Write(requests);
        var errors = ReadBack(vectors, responses);
        var rewards = errors.Select(error => error is { } value ? options.Reward(value) : options.FailureReward).ToArray();
        var advantages = rewards.Chunk(options.Group).SelectMany(Advantages).ToList();
        return [.. vectors.Select((vector, index) => new Rollout(
            vector, responses[index].Tokens, responses[index].Description, errors[index], rewards[index], advantages[index]))];
    }

    private IReadOnlyList<SampledResponse> Write(IReadOnlyList<VerbalizationRequest> requests)
    {
        using var timed = clock.Time(StepProfile.Sampling);
        return verbalizer.Sample(requests, new SamplingOptions { MaxNewTokens = options.MaxNewTokens }, CancellationToken.None);
    }

    /// <returns>The squared error of each response; null where it did not close.</returns>
    private double?[] ReadBack(List<float[]> vectors, IReadOnlyList<SampledResponse> responses)
    {
        using var timed = clock.Time(StepProfile.Scoring);
        var errors = new double?[responses.Count];
        var closed = Enumerable.Range(0, responses.Count).Where(index => responses[index].Description is not null).ToList();
        if (closed.Count == 0)
            return errors;
        using var scope = TensorScope.Enter();
        using var off = GradMode.Disabled();
        var read = reconstructor.SquaredErrors(
            [.. closed.Select(index => responses[index].Description!)], [.. closed.Select(index => vectors[index])]).ToArray<float>();
        foreach (var (index, error) in closed.Zip(read))
            errors[index] = error;
        return errors;
    }

    private static IEnumerable<double> Advantages(double[] rewards)
    {
        const double Smallest = 1e-6;
        var mean = rewards.Average();
        var deviation = Rollouts.StandardDeviation(rewards);
        return rewards.Select(reward => (reward - mean) / (deviation + Smallest));
    }
}
