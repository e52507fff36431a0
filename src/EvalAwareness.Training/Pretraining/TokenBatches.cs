using EvalAwareness.Core.Randomness;

namespace EvalAwareness.Training.Pretraining;

/// <summary>
/// Batches of token sequences that never repeat. Sequences of several steps are drawn together and grouped by length,
/// so that little is padded; the content of a step depends on its number alone.
/// </summary>
/// <param name="sequenceAt">The i-th sequence of an endless corpus.</param>
/// <param name="batch">Sequences in a step.</param>
internal sealed class TokenBatches(Func<int, TrainingSequence> sequenceAt, int batch)
{
    private const int StepsInGroup = 8;

    private int _group = -1;
    private TrainingSequence[][] _batches = [];

    public IReadOnlyList<TrainingSequence> At(int step)
    {
        var group = step / StepsInGroup;
        if (group != _group)
            _batches = Draw(_group = group);
        return _batches[step % StepsInGroup];
    }

    private TrainingSequence[][] Draw(int group)
    {
        var first = group * StepsInGroup * batch;
        var sequences = Enumerable.Range(first, StepsInGroup * batch).Select(sequenceAt).OrderBy(sequence => sequence.Ids.Length);
        var chunks = sequences.Chunk(batch).ToArray();
        // Short before long in every group would be a rhythm the optimizer feels.
        new KeyedRandom((ulong)group, "length groups").Shuffle(chunks.AsSpan());
        return chunks;
    }
}
