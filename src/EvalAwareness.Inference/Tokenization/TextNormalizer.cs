namespace EvalAwareness.Inference.Tokenization;

/// <summary>Changes a text step by step before it is split, and keeps track of where its characters came from.</summary>
internal sealed class TextNormalizer(IReadOnlyList<Func<string, AlignedText>> steps)
{
    /// <param name="text">Valid UTF-16.</param>
    public AlignedText Normalize(string text) => steps.Aggregate(AlignedText.Unchanged(text), (aligned, step) => aligned.Then(step));
}
