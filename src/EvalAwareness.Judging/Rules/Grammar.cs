using System.Text.RegularExpressions;

namespace EvalAwareness.Judging.Rules;

/// <summary>
/// Turns patterns of words into regular expressions over symbols, one character per word, so that a rule reads like the
/// sentences it finds. A pattern is words and signs with blanks between: <c>word</c>; <c>stem~</c>, <c>~ending</c>, <c>~</c> any
/// word; <c>{phrase}</c>, a named pattern; <c>..4</c>, up to four words of the same clause; <c>...</c>, the rest of the
/// sentence; <c>,</c>, a clause mark; <c>( | )</c>, alternatives; <c>!(</c> not followed by; <c>&lt;!(</c> not preceded by;
/// with <c>?</c> or <c>*</c> after a word or a bracket. Capitals are told apart in words that have any.
/// </summary>
internal sealed class Grammar
{
    // Far beyond any sentence's need, so that a busy machine never changes an answer.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly Regex Sign = new(@"\{[^}]*\}[?*]?|\S+", RegexOptions.None, Patience);

    private readonly IReadOnlyDictionary<string, string> _phrases;
    private readonly Lexicon _lexicon;

    public Grammar(IReadOnlyDictionary<string, string> phrases, IEnumerable<string> patterns)
    {
        _phrases = phrases;
        _lexicon = new Lexicon([.. phrases.Values.Concat(patterns).SelectMany(Signs).Select(Bare).Where(IsWord)]);
    }

    /// <summary>The symbols of a sentence, one per word.</summary>
    public string Symbols(ReadOnlySpan<Word> sentence)
    {
        Span<char> symbols = sentence.Length <= 256 ? stackalloc char[sentence.Length] : new char[sentence.Length];
        for (var i = 0; i < symbols.Length; i++)
            symbols[i] = _lexicon.SymbolOf(sentence[i]);
        return new string(symbols);
    }

    /// <summary>One expression that matches wherever one of <paramref name="patterns"/> does.</summary>
    public Regex Compile(IReadOnlyList<string> patterns) => new(
        patterns.Count == 0 ? "(?!)" : string.Join('|', patterns.Select(Expand)),
        RegexOptions.Compiled | RegexOptions.CultureInvariant | RegexOptions.Singleline, Patience);

    private string Expand(string pattern) => string.Concat(Signs(pattern).Select(Translate));

    private string Translate(string sign)
    {
        var bare = Bare(sign);
        var repeat = sign[bare.Length..];
        return bare switch
        {
            "(" => "(?:",
            "!(" => "(?!",
            "<!(" => "(?<!",
            "|" => "|",
            ")" => ")" + repeat,
            "..." => ".*",
            "," => $"{Lexicon.Mark}{repeat}",
            "#" => "#",
            "~" => _lexicon.SameClause + repeat,
            ['.', '.', .. var count] => $"{_lexicon.SameClause}{{0,{count}}}",
            ['{', .. var name, '}'] => $"(?:{Expand(_phrases[name])}){repeat}",
            _ => $"[{_lexicon.SymbolsOf(bare)}]{repeat}",
        };
    }

    private static string[] Signs(string pattern) => [.. Sign.Matches(pattern).Select(match => match.Value)];

    private static string Bare(string sign) => sign.TrimEnd('?', '*');

    private static bool IsWord(string sign) => sign.Any(char.IsLetterOrDigit) && sign[0] is not ('{' or '.');
}
