namespace EvalAwareness.Judging.Rules;

/// <summary>One word, punctuation mark or whole quotation of a text.</summary>
/// <param name="Text">Lower case where that loses nothing, apostrophes made plain; empty for a quotation.</param>
/// <param name="Start">First character in the text.</param>
/// <param name="End">One past the last.</param>
internal readonly record struct Word(string Text, int Start, int End)
{
    public bool IsQuotation => Text.Length == 0;

    public bool IsPunctuation => Text.Length == 1 && !char.IsLetterOrDigit(Text[0]);
}
