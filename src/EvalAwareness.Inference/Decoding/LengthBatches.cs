namespace EvalAwareness.Inference.Decoding;

/// <summary>Groups sequences of like length, so that little is padded and no batch holds more tokens than memory allows.</summary>
internal static class LengthBatches
{
    /// <param name="lengths">Length of each sequence in tokens.</param>
    /// <param name="tokenBudget">Most tokens of a padded batch; a single longer sequence is a batch of its own.</param>
    /// <returns>Indices of sequences, each exactly once.</returns>
    public static IEnumerable<IReadOnlyList<int>> Create(IReadOnlyList<int> lengths, int tokenBudget)
    {
        var batch = new List<int>();
        foreach (var index in Enumerable.Range(0, lengths.Count).OrderBy(index => lengths[index]).ThenBy(index => index))
        {
            // Ascending order: the newcomer is the longest and sets the padded width.
            if (batch.Count > 0 && (batch.Count + 1) * lengths[index] > tokenBudget)
            {
                yield return batch;
                batch = [];
            }
            batch.Add(index);
        }
        if (batch.Count > 0)
            yield return batch;
    }
}
