using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Torch;

namespace EvalAwareness.Training.Pretraining;

/// <summary>
/// Predicts from the residual stream at each token of which set the next word of manner will be, however far ahead. A model that
/// is asked for the very next token alone looks the belief up where such a word stands, which is at 3 % of the tokens, and
/// hardly carries it anywhere else. The head is trained on the text, never on the belief, and thrown away.
/// </summary>
internal static class LookAheadHead
{
    private const string Norm = "look_ahead.norm.weight";
    private const string Head = "look_ahead.weight";

    public static IEnumerable<KeyValuePair<string, long[]>> Weights(DecoderConfiguration configuration) =>
    [
        new(Norm, [configuration.HiddenSize]),
        new(Head, [Enum.GetValues<Manner>().Length, configuration.HiddenSize]),
    ];

    /// <param name="hidden">Output of the block that is read, [batch, time, d].</param>
    /// <param name="sequences">What the batch holds.</param>
    /// <returns>Mean cross-entropy in nats over all tokens that a word of manner follows.</returns>
    public static Tensor Loss(
        Tensor hidden, IReadOnlyDictionary<string, Tensor> weights, DecoderConfiguration configuration, IReadOnlyList<TrainingSequence> sequences)
    {
        var places = sequences.SelectMany(Places).ToList();
        var targets = places.Select(place => (long)sequences[place.Row].Ahead[place.Position]!).ToArray();
        return PaddedTokens.Rows(hidden, places)
            .RmsNorm(weights[Norm], configuration.NormEpsilon).Linear(weights[Head]).To(ScalarType.Float32)
            .CrossEntropy(Tensor.From(targets, [targets.Length])).Mean();
    }

    private static IEnumerable<(int Row, int Position)> Places(TrainingSequence sequence, int row) =>
        Enumerable.Range(0, sequence.Ids.Length - 1).Where(position => sequence.Ahead[position] is not null).Select(position => (row, position));
}
