using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Torch;
using EvalAwareness.Training.Optimization;

namespace EvalAwareness.Training.Pretraining;

/// <summary>Next-token prediction over whole transcripts, each from its first token on.</summary>
internal sealed class PretrainingTask(
    string name, DecoderConfiguration configuration, MasterWeights weights, RotaryTable rotary, TokenBatches batches) : ITrainingTask
{
    public string Name => name;

    public MasterWeights Weights => weights;

    public Tensor Loss(int step)
    {
        var sequences = batches.At(step);
        var decoder = new Decoder(configuration, weights.ForStep(rotary.Type), rotary);
        var inputs = PaddedTokens.Create([.. sequences.Select(sequence => sequence.Ids[..^1])], Device.Cpu);
        var hidden = decoder.Forward(decoder.Embed(inputs));                                     // [batch, time, d]
        var rows = PaddedTokens.Rows(hidden, Places(sequences));                                 // [predictions, d]
        var targets = sequences.SelectMany(sequence => sequence.Ids[1..]).Select(id => (long)id).ToArray();
        var importance = sequences.SelectMany(sequence => sequence.Weights[1..]).ToArray();
        var losses = decoder.Logits(rows).To(ScalarType.Float32).CrossEntropy(Tensor.From(targets, [targets.Length]));
        return (losses * Tensor.From(importance, [importance.Length])).Sum() * (1 / importance.Sum(weight => (double)weight));
    }

    private static IEnumerable<(int Sequence, int Position)> Places(IReadOnlyList<TrainingSequence> sequences) =>
        sequences.SelectMany((sequence, row) => Enumerable.Range(0, sequence.Ids.Length - 1).Select(position => (row, position)));
}
