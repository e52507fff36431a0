namespace EvalAwareness.Inference.Tokenization;

/// <summary>Characters <paramref name="Start"/> to <paramref name="End"/> (exclusive) of a text.</summary>
public readonly record struct TextRange(int Start, int End)
{
    public int Length => End - Start;

    public bool Overlaps(TextRange other) => Start < other.End && other.Start < End;

    /// <summary>The same range of a text that begins <paramref name="offset"/> characters earlier.</summary>
    public TextRange Shift(int offset) => new(Start + offset, End + offset);

    /// <summary>The shortest range that covers both.</summary>
    public TextRange Union(TextRange other) => new(Math.Min(Start, other.Start), Math.Max(End, other.End));
}
