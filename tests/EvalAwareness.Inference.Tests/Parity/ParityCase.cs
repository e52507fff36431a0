namespace EvalAwareness.Inference.Tests.Parity;

/// <summary>One sequence and what the reference computes of it.</summary>
/// <param name="Tokens">Its ids.</param>
/// <param name="Hidden">Output of each block, [time · d].</param>
/// <param name="Logits">Scores over the vocabulary, [time · vocabulary].</param>
internal sealed record ParityCase(int[] Tokens, IReadOnlyList<float[]> Hidden, float[] Logits)
{
    /// <summary>The token of the largest score at each position.</summary>
    public IEnumerable<int> MostProbable => Predicted(Logits);

    public IEnumerable<int> Predicted(float[] logits) =>
        logits.Chunk(logits.Length / Tokens.Length).Select(scores => Array.IndexOf(scores, scores.Max()));
}
