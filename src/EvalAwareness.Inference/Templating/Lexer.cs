using System.Text.RegularExpressions;

namespace EvalAwareness.Inference.Templating;

/// <summary>
/// Cuts a template into text and tags. White space as Hugging Face sets it: the first newline after a block goes
/// (<c>trim_blocks</c>), and so do the blanks before a block that begins its line (<c>lstrip_blocks</c>).
/// </summary>
internal sealed partial class Lexer
{
    private const string Raw = """
        \G\{%[-+]?\s*raw\s*(?<end>-%\}\s*|%\}\n?)
        (?<text>.*?)(?<blanks>[\ \t]*)
        \{%(?<minus>-?)\+?\s*endraw\s*(?:\+%\}|-%\}\s*|%\}\n?)
        """;

    [GeneratedRegex(Raw, RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex RawPattern { get; }

    private readonly string _source;
    private readonly List<TemplateToken> _tokens = [];
    private int _at;
    private int _line = 1;
    private int _counted;
    private bool _beginsLine = true;

    private Lexer(string source)
    {
        var unix = source.ReplaceLineEndings("\n");
        // One newline at the very end does not count.
        _source = unix.EndsWith('\n') ? unix[..^1] : unix;
    }

    public static IReadOnlyList<TemplateToken> Read(string source)
    {
        var lexer = new Lexer(source);
        while (lexer._at < lexer._source.Length)
            lexer.ReadNext();
        lexer.Add(TemplateTokenKind.End, "");
        return lexer._tokens;
    }

    private void ReadNext()
    {
        var tag = NextTag();
        AddText(tag);
        if (tag == _source.Length)
        {
            _at = tag;
            return;
        }
        _at = tag;
        if (_source[tag + 1] == '#')
            SkipComment();
        else if (RawPattern.Match(_source, tag) is { Success: true } raw)
            ReadRaw(raw);
        else
            ReadTag(isBlock: _source[tag + 1] == '%');
    }

    private int NextTag()
    {
        for (var brace = _source.IndexOf('{', _at); brace >= 0; brace = _source.IndexOf('{', brace + 1))
        {
            if (brace + 1 < _source.Length && _source[brace + 1] is '%' or '{' or '#')
                return brace;
        }
        return _source.Length;
    }

    private void AddText(int end)
    {
        var text = _source[_at..end];
        var sign = end + 2 < _source.Length ? _source[end + 2] : ' ';
        if (sign == '-' && end < _source.Length)
            text = text.TrimEnd();
        else if (sign != '+' && end < _source.Length && _source[end + 1] != '{')
            text = WithoutIndent(text, _beginsLine);
        AddText(text);
    }

    private void AddText(string text)
    {
        if (text.Length > 0)
            Add(TemplateTokenKind.Text, text);
    }

    private static string WithoutIndent(string text, bool beginsLine)
    {
        var lineStart = text.LastIndexOf('\n') + 1;
        return (lineStart > 0 || beginsLine) && string.IsNullOrWhiteSpace(text[lineStart..]) ? text[..lineStart] : text;
    }

    private void SkipComment()
    {
        var end = _source.IndexOf("#}", _at + 2, StringComparison.Ordinal);
        if (end < 0)
            throw new TemplateException("a comment is not closed", Line());
        var sign = end > _at + 2 ? _source[end - 1] : ' ';
        _at = end + 2;
        SkipAfterTag(sign, trimsNewline: true);
    }

    private void ReadRaw(Match raw)
    {
        var text = raw.Groups["text"].Value + raw.Groups["blanks"].Value;
        if (raw.Groups["end"].Value.StartsWith('-'))
            text = text.TrimStart();
        AddText(raw.Groups["minus"].Length > 0 ? text.TrimEnd() : WithoutIndent(text, beginsLine: false));
        _at += raw.Length;
        _beginsLine = _source[_at - 1] == '\n';
    }

    private void ReadTag(bool isBlock)
    {
        Add(isBlock ? TemplateTokenKind.BlockBegin : TemplateTokenKind.OutputBegin, "");
        _at += 2;
        if (_at < _source.Length && _source[_at] is '-' or '+')
            _at++;
        var close = isBlock ? "%}" : "}}";
        var open = new Stack<string>();
        while (!TryEndTag(close, open.Count > 0))
        {
            var token = TagLexer.Read(_source, ref _at, Line());
            _tokens.Add(token);
            if (token.Kind == TemplateTokenKind.Operator)
                Balance(open, token);
        }
        Add(isBlock ? TemplateTokenKind.BlockEnd : TemplateTokenKind.OutputEnd, "");
    }

    private static void Balance(Stack<string> open, TemplateToken bracket)
    {
        switch (bracket.Text)
        {
            case "(" or "[" or "{":
                open.Push(bracket.Text);
                break;
            case ")" or "]" or "}" when !open.TryPop(out var opening) || opening + bracket.Text is not ("()" or "[]" or "{}"):
                throw new TemplateException($"unexpected '{bracket.Text}'", bracket.Line);
        }
    }

    // Inside a bracket "}}" closes two dictionaries, not the tag.
    private bool TryEndTag(string close, bool inBracket)
    {
        while (_at < _source.Length && char.IsWhiteSpace(_source[_at]))
            _at++;
        if (_at == _source.Length)
            throw new TemplateException("a tag is not closed", Line());
        if (inBracket)
            return false;
        var sign = _source[_at] is '-' or '+' ? _source[_at] : ' ';
        var length = sign == ' ' ? 0 : 1;
        if (string.CompareOrdinal(_source, _at + length, close, 0, 2) != 0)
            return false;
        _at += length + 2;
        SkipAfterTag(sign, trimsNewline: close == "%}");
        return true;
    }

    private void SkipAfterTag(char sign, bool trimsNewline)
    {
        if (sign == '-')
        {
            while (_at < _source.Length && char.IsWhiteSpace(_source[_at]))
                _at++;
        }
        else if (trimsNewline && sign != '+' && _at < _source.Length && _source[_at] == '\n')
        {
            _at++;
        }
        _beginsLine = _source[_at - 1] == '\n';
    }

    private void Add(TemplateTokenKind kind, string text) => _tokens.Add(new TemplateToken(kind, text, Line()));

    private int Line()
    {
        _line += _source.AsSpan(_counted, _at - _counted).Count('\n');
        _counted = _at;
        return _line;
    }
}
