using System.Text.RegularExpressions;
using EvalAwareness.Core.Explanations;
using EvalAwareness.Inference.Nla;

namespace EvalAwareness.Training.Summaries;

/// <summary>Tells a summary that can be learned from one that cannot.</summary>
internal static partial class SummaryText
{
    private const int FewestParagraphs = 2;

    /// <summary>What somebody wrote, with tags or without.</summary>
    /// <returns>The summary, or why it is dropped.</returns>
    public static (string? Summary, string? Dropped) Read(string text) =>
        text.Contains(ExplanationParser.OpenTag, StringComparison.Ordinal) ? ReadTagged(text) : Check(text);

    /// <summary>What a model answered: it has to close its tags, or it was cut off.</summary>
    /// <returns>The summary, or why it is dropped.</returns>
    public static (string? Summary, string? Dropped) ReadTagged(string answer) => ExplanationParser.Parse(answer, stopped: true) switch
    {
        (_, ClosingStatus.Untagged) => (null, "no tags"),
        ({ } summary, _) => Check(summary),
        _ => (null, "tags not closed, or nothing between them"),
    };

    private static (string? Summary, string? Dropped) Check(string text)
    {
        var paragraphs = BlankLines().Split(text.Trim().ReplaceLineEndings("\n")).Where(paragraph => paragraph.Length > 0).ToList();
        return paragraphs.Count >= FewestParagraphs
            ? (string.Join("\n\n", paragraphs), null)
            : (null, $"fewer than {FewestParagraphs} paragraphs");
    }

    [GeneratedRegex(@"\n\s*\n")]
    private static partial Regex BlankLines();
}
