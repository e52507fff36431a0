using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Decoding;

/// <summary>
/// Sequences of different lengths as one matrix, padded on the right: causal attention never lets a token see what is
/// to its right, so the padding changes nothing before it.
/// </summary>
internal static class PaddedTokens
{
    // Any valid id will do: what is computed at padded places is never read.
    private const int PaddingId = 0;

    /// <returns>int64 [sequences, longest].</returns>
    public static Tensor Create(IReadOnlyList<IReadOnlyList<int>> sequences, Device device)
    {
        var longest = sequences.Max(sequence => sequence.Count);
        var ids = new long[sequences.Count * longest];
        Array.Fill(ids, PaddingId);
        for (var row = 0; row < sequences.Count; row++)
        {
            for (var column = 0; column < sequences[row].Count; column++)
                ids[row * longest + column] = sequences[row][column];
        }
        return Tensor.From(ids, [sequences.Count, longest], device);
    }

    /// <summary>The rows of a [sequences, longest, d] tensor at given places, as [places, d].</summary>
    public static Tensor Rows(Tensor hidden, IEnumerable<(int Sequence, int Position)> places)
    {
        var indices = places.Select(place => place.Sequence * hidden.Size(1) + place.Position).ToArray();
        return hidden.Reshape(-1, hidden.Size(-1)).IndexSelect(0, Tensor.From(indices, [indices.Length], hidden.Device));
    }
}
