using System.Text.RegularExpressions;

namespace EvalAwareness.Training.Claims;

/// <summary>One sentence of an explanation.</summary>
/// <param name="Start">First character.</param>
/// <param name="End">One past the last, its full stop included.</param>
/// <param name="Quote">Characters between the quotation marks where it says how the text ends; null elsewhere.</param>
internal sealed partial record ExplanationSentence(int Start, int End, Range? Quote)
{
    /// <summary>The sentences of <paramref name="explanation"/> in order; a quotation may hold full stops of its own.</summary>
    public static IReadOnlyList<ExplanationSentence> Cut(string explanation) =>
        [.. Sentences().Matches(explanation).Select(Of)];

    /// <summary>The sentence's own text.</summary>
    public string In(string explanation) => explanation[Start..End];

    private static ExplanationSentence Of(Match match)
    {
        var quote = match.Groups["quote"];
        return new ExplanationSentence(
            match.Index, match.Index + match.Length, quote.Success ? quote.Index..(quote.Index + quote.Length) : null);
    }

    [GeneratedRegex("""Ends with "(?<quote>[^\n]*)"\.?|[^\s.!?][^.!?\n]*[.!?]*""")]
    private static partial Regex Sentences();
}
