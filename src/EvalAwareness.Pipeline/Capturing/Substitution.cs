using EvalAwareness.Core;
using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Randomness;

namespace EvalAwareness.Pipeline.Capturing;

/// <summary>What stands in for the activations of a block under each condition. Words are read back against the place's own in all of them.</summary>
internal static class Substitution
{
    /// <param name="condition">One of <see cref="Conditions"/>.</param>
    /// <param name="seed">The run's.</param>
    /// <param name="transcripts">The captured positions of each transcript of the block.</param>
    public static IEnumerable<IEnumerable<CapturedPosition>> Under(
        string condition, ulong seed, IReadOnlyList<CapturedPosition[]> transcripts) => condition switch
    {
        Conditions.Baseline or Conditions.WarmStart => transcripts,
        Conditions.Shuffled => Exchange(transcripts),
        Conditions.Random => transcripts.Select(own => own.Select(position => Randomize(position, seed))),
        Conditions.NoInjection => transcripts.Select(own => own.Select(position => position with { Activation = null })),
        _ => throw new ArgumentOutOfRangeException(nameof(condition), condition, null),
    };

    /// <summary>Gives every position an activation of the next transcript in the block: words and place no longer belong
    /// together.</summary>
    private static IEnumerable<IEnumerable<CapturedPosition>> Exchange(IReadOnlyList<CapturedPosition[]> transcripts) =>
        transcripts.Select((own, index) =>
        {
            var next = transcripts[(index + 1) % transcripts.Count];
            return own.Select((position, place) => Exchange(position, next[place % next.Length]));
        });

    private static CapturedPosition Exchange(CapturedPosition position, CapturedPosition other) => other with
    {
        Item = position.Item,
        Token = position.Token,
        Own = position.Own,
        Problem = other.Problem is null ? null : $"exchanged with {other.Item.Transcript.Id}: {other.Problem}",
    };

    /// <summary>Draws every feature from the same normal distribution, which favours no direction.</summary>
    private static CapturedPosition Randomize(CapturedPosition position, ulong seed)
    {
        if (position.Activation is not { } own)
            return position;
        var random = new KeyedRandom(seed, Conditions.Random, own.TranscriptId, $"{own.Position}");
        var direction = Array.ConvertAll(own.Vector, _ => random.NextGaussian());
        var factor = own.L2Norm / Math.Sqrt(direction.Sum(value => value * value));
        return position with { Activation = own with { Vector = Array.ConvertAll(direction, value => (float)(value * factor)) } };
    }
}
