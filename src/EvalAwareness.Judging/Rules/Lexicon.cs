namespace EvalAwareness.Judging.Rules;

/// <summary>Gives every word that a grammar speaks of a symbol of its own, and all other words one in common.</summary>
internal sealed class Lexicon
{
    /// <summary>The symbol of a comma, semicolon, colon or dash.</summary>
    public const char Mark = ',';

    private const char Quotation = '"';
    private const char AnyOther = 'o';
    private const char FirstSymbol = '\u4E00';
    private const char Wild = '~';

    private static readonly string[] Turning =
    [
        "but", "because", "since", "while", "although", "though", "and", "yet", "so", "however", "as", "that", "which", "who",
    ];

    private readonly Dictionary<string, char> _symbols = new(StringComparer.Ordinal);
    private readonly Dictionary<string, char>.AlternateLookup<ReadOnlySpan<char>> _lookup;

    /// <param name="entries">Words, stems (<c>test~</c>), endings (<c>~ly</c>); capitals in them count.</param>
    public Lexicon(IEnumerable<string> entries)
    {
        foreach (var entry in entries.Concat(Turning).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            _symbols.Add(entry, (char)(FirstSymbol + _symbols.Count));
        _lookup = _symbols.GetAlternateLookup<ReadOnlySpan<char>>();
        SameClause = $"[^{Mark}{Quotation}{string.Concat(Turning.Select(word => _symbols[word]))}]";
    }

    /// <summary>The class of words that do not turn a clause to something else.</summary>
    public string SameClause { get; }

    public char SymbolOf(Word word)
    {
        if (word.IsQuotation)
            return Quotation;
        if (word.IsPunctuation)
            return word.Text[0];
        if (_symbols.TryGetValue(word.Text, out var symbol))
            return symbol;
        var plain = word.Text.ToLowerInvariant();
        return _symbols.TryGetValue(plain, out symbol) ? symbol : SymbolOfPart(plain);
    }

    /// <summary>The symbols of all words that <paramref name="entry"/> stands for.</summary>
    public string SymbolsOf(string entry) =>
        string.Concat(_symbols.Where(known => Covers(entry, known.Key)).Select(known => known.Value));

    private static bool Covers(string entry, string known) =>
        entry == known
        || (entry.EndsWith(Wild) && known.StartsWith(entry[..^1], StringComparison.Ordinal))
        || (entry.StartsWith(Wild) && known.EndsWith(entry[1..], StringComparison.Ordinal));

    private char SymbolOfPart(string word)
    {
        Span<char> key = stackalloc char[64];
        if (word.Length >= key.Length)
            return AnyOther;
        for (var length = word.Length; length > 0; length--)
        {
            word.AsSpan(0, length).CopyTo(key);
            key[length] = Wild;
            if (_lookup.TryGetValue(key[..(length + 1)], out var stem))
                return stem;
        }

        key[0] = Wild;
        for (var start = 1; start < word.Length; start++)
        {
            word.AsSpan(start).CopyTo(key[1..]);
            if (_lookup.TryGetValue(key[..(word.Length - start + 1)], out var ending))
                return ending;
        }

        return AnyOther;
    }
}
