namespace EvalAwareness.Reading.Formats.Content;

/// <summary>Parts reasoning from the text where a model writes both into one string, closed by <c>&lt;/think&gt;</c>.</summary>
internal static class InlineReasoning
{
    private const string Opening = "<think>";
    private const string Closing = "</think>";

    /// <summary>Reasoning and text; the opening tag may be missing, because chat templates write it into the prompt.</summary>
    public static (string Reasoning, string Text) Split(string content)
    {
        var end = content.IndexOf(Closing, StringComparison.Ordinal);
        if (end < 0)
            return ("", content);
        var before = content[..end].TrimStart();
        var reasoning = before.StartsWith(Opening, StringComparison.Ordinal) ? before[Opening.Length..] : before;
        // An opening tag in the middle is text about thinking, not reasoning.
        return reasoning.Contains(Opening, StringComparison.Ordinal) ? ("", content) : (reasoning.Trim(), content[(end + Closing.Length)..].TrimStart());
    }
}
