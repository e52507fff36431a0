namespace EvalAwareness.Inference.Tokenization;

/// <summary>A normalised text that knows where each of its characters came from.</summary>
/// <param name="Text">The text after normalisation.</param>
/// <param name="Origins">
/// For each character the source characters it was made of, never running backwards; null when each stands where its source stood.
/// </param>
internal sealed record AlignedText(string Text, IReadOnlyList<TextRange>? Origins)
{
    public static AlignedText Unchanged(string text) => new(text, null);

    /// <summary>The source of a range that is not empty.</summary>
    public TextRange ToSource(TextRange range) =>
        Origins is null ? range : Origins[range.Start].Union(Origins[range.End - 1]);

    /// <summary>This text changed once more, with origins in the first source.</summary>
    public AlignedText Then(Func<string, AlignedText> change)
    {
        var next = change(Text);
        return next with { Origins = next.Origins is null ? Origins : [.. next.Origins.Select(ToSource)] };
    }
}
