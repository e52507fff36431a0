using System.Buffers;

namespace EvalAwareness.Inference.Tokenization;

/// <summary>Finds added tokens in a text: the leftmost first, and of those that begin together the longest.</summary>
internal sealed class AddedTokenFinder
{
    private readonly AddedToken[] _longestFirst;
    private readonly SearchValues<string> _contents;

    public AddedTokenFinder(IEnumerable<AddedToken> tokens)
    {
        _longestFirst = [.. tokens.OrderByDescending(token => token.Content.Length)];
        _contents = SearchValues.Create([.. _longestFirst.Select(token => token.Content)], StringComparison.Ordinal);
    }

    /// <summary>The next added token at or after <paramref name="from"/>; null when there is none.</summary>
    /// <param name="literal">Ranges in which special tokens are ordinary text.</param>
    public (AddedToken Token, int Start)? Next(string text, int from, IReadOnlyList<TextRange> literal)
    {
        while (from < text.Length)
        {
            var found = text.AsSpan(from).IndexOfAny(_contents);
            if (found < 0)
                return null;
            var start = from + found;
            if (LongestAt(text, start, literal) is { } token)
                return (token, start);
            from = start + 1;
        }
        return null;
    }

    private AddedToken? LongestAt(string text, int start, IReadOnlyList<TextRange> literal) =>
        Array.Find(_longestFirst, token =>
            string.CompareOrdinal(text, start, token.Content, 0, token.Content.Length) == 0
            && !(token.Special && IsLiteral(new TextRange(start, start + token.Content.Length), literal)));

    private static bool IsLiteral(TextRange range, IReadOnlyList<TextRange> literal)
    {
        for (var i = 0; i < literal.Count; i++)
        {
            if (literal[i].Overlaps(range))
                return true;
        }
        return false;
    }
}
