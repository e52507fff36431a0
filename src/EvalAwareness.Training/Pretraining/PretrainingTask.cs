using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Torch;
using EvalAwareness.Training.Optimization;

namespace EvalAwareness.Training.Pretraining;

/// <summary>Next-token prediction over whole transcripts, each from its first token on, and the look ahead from block K.</summary>
/// <param name="layer">Block K, from 0.</param>
internal sealed class PretrainingTask(
    DecoderConfiguration configuration, int layer, MasterWeights weights, RotaryTable rotary, TokenBatches batches) : ITrainingTask
{
    public string Name => "target";

    public MasterWeights Weights => weights;

    public Tensor Loss(int step)
    {
        var sequences = batches.At(step);
        var stepWeights = weights.ForStep(rotary.Type);
        var decoder = new Decoder(configuration, stepWeights, rotary);
        var inputs = PaddedTokens.Create([.. sequences.Select(sequence => sequence.Ids[..^1])], Device.Cpu);
        var read = decoder.Forward(decoder.Embed(inputs), blocks: ..(layer + 1));                // [batch, time, d]
        var hidden = decoder.Forward(read, blocks: (layer + 1)..);
        return NextToken(decoder, hidden, sequences) + LookAheadHead.Loss(read, stepWeights, configuration, sequences);
    }

    private static Tensor NextToken(Decoder decoder, Tensor hidden, IReadOnlyList<TrainingSequence> sequences)
    {
        var rows = PaddedTokens.Rows(hidden, Places(sequences));                                 // [predictions, d]
        var targets = sequences.SelectMany(sequence => sequence.Ids[1..]).Select(id => (long)id).ToArray();
        return decoder.Logits(rows).To(ScalarType.Float32).CrossEntropy(Tensor.From(targets, [targets.Length])).Mean();
    }

    private static IEnumerable<(int Sequence, int Position)> Places(IReadOnlyList<TrainingSequence> sequences) =>
        sequences.SelectMany((sequence, row) => Enumerable.Range(0, sequence.Ids.Length - 1).Select(position => (row, position)));
}
