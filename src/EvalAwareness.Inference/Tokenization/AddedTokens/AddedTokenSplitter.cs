using System.Buffers;

namespace EvalAwareness.Inference.Tokenization.AddedTokens;

/// <summary>
/// Cuts added tokens out of a text: the leftmost first, and of those that begin together the longest. A token whose
/// flags forbid it where it stands hides what it covers, as in Hugging Face's tokenizers.
/// </summary>
internal sealed class AddedTokenSplitter
{
    private readonly Dictionary<string, AddedToken>.AlternateLookup<ReadOnlySpan<char>> _tokens;
    private readonly int[] _lengths;
    private readonly SearchValues<string> _contents;

    public AddedTokenSplitter(IEnumerable<AddedToken> addedTokens)
    {
        var tokens = addedTokens.ToDictionary(token => token.Text);
        _tokens = tokens.GetAlternateLookup<ReadOnlySpan<char>>();
        _lengths = [.. tokens.Keys.Select(text => text.Length).Distinct().OrderDescending()];
        _contents = SearchValues.Create([.. tokens.Keys], StringComparison.Ordinal);
    }

    /// <summary>The pieces of a text in order; together they cover it.</summary>
    /// <param name="isLiteral">Whether special tokens are ordinary characters in a range of the text.</param>
    public List<TextPiece> Split(string text, Predicate<TextRange> isLiteral)
    {
        var pieces = new List<TextPiece>();
        var end = 0;
        for (var at = 0; Next(text, at, isLiteral) is var (token, match); at = match.End)
        {
            if (token.SingleWord && !WordCharacters.StandsAlone(text, match))
                continue;
            var range = WithWhiteSpace(text, match, token, end);
            Add(pieces, new TextRange(end, range.Start), null);
            Add(pieces, range, token);
            end = range.End;
        }
        Add(pieces, new TextRange(end, text.Length), null);
        return pieces;
    }

    private (AddedToken Token, TextRange Range)? Next(string text, int from, Predicate<TextRange> isLiteral)
    {
        while (from < text.Length)
        {
            var found = text.AsSpan(from).IndexOfAny(_contents);
            if (found < 0)
                return null;
            if (LongestAt(text, from + found, isLiteral) is { } token)
                return token;
            from += found + 1;
        }
        return null;
    }

    private (AddedToken, TextRange)? LongestAt(string text, int start, Predicate<TextRange> isLiteral)
    {
        foreach (var length in _lengths)
        {
            var range = new TextRange(start, start + length);
            if (range.End <= text.Length && _tokens.TryGetValue(text.AsSpan(start, length), out var token)
                && !(token.Special && isLiteral(range)))
                return (token, range);
        }
        return null;
    }

    // White space that an earlier token took stays with that one.
    private static TextRange WithWhiteSpace(string text, TextRange match, AddedToken token, int taken)
    {
        var (start, end) = match;
        while (token.StripsLeft && start > taken && char.IsWhiteSpace(text[start - 1]))
            start--;
        while (token.StripsRight && end < text.Length && char.IsWhiteSpace(text[end]))
            end++;
        return new TextRange(start, end);
    }

    private static void Add(List<TextPiece> pieces, TextRange range, AddedToken? token)
    {
        if (range.Length > 0)
            pieces.Add(new TextPiece(range, token));
    }
}
