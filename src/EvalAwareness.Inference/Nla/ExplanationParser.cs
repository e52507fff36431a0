using EvalAwareness.Core.Explanations;

namespace EvalAwareness.Inference.Nla;

/// <summary>Finds the explanation in what a verbalizer wrote, and keeps its ways of failing apart.</summary>
public static class ExplanationParser
{
    public const string OpenTag = "<explanation>";
    public const string CloseTag = "</explanation>";

    /// <param name="response">Everything that was sampled.</param>
    /// <param name="stopped">Whether the model ended by itself rather than at the token limit.</param>
    public static (string? Description, ClosingStatus Status) Parse(string response, bool stopped)
    {
        var open = response.IndexOf(OpenTag, StringComparison.Ordinal);
        if (open < 0)
            return (null, ClosingStatus.Untagged);
        var start = open + OpenTag.Length;
        var close = response.IndexOf(CloseTag, start, StringComparison.Ordinal);
        if (close < 0)
            return (null, stopped ? ClosingStatus.Unclosed : ClosingStatus.Truncated);
        var description = response[start..close].Trim();
        return description.Length == 0 ? (null, ClosingStatus.Empty) : (description, ClosingStatus.Closed);
    }
}
