namespace EvalAwareness.Training.Claims;

/// <summary>A sentence of the form "frame: theme."; both ranges count in the explanation.</summary>
/// <param name="Frame">What names the family.</param>
/// <param name="Theme">What names the topic, without the full stop.</param>
internal sealed record Subject(Range Frame, Range Theme)
{
    public const string Separator = ": ";

    public static Subject Of(string text, ExplanationSentence sentence)
    {
        var colon = text.IndexOf(Separator, sentence.Start, StringComparison.Ordinal);
        var end = sentence.Start + text[sentence.Start..sentence.End].TrimEnd('.', '!', '?', ' ').Length;
        return new Subject(sentence.Start..colon, Math.Min(colon + Separator.Length, end)..end);
    }
}
