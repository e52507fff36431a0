using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace EvalAwareness.Inference.Templating;

/// <summary>Reads the tokens between the braces of one tag.</summary>
internal static partial class TagLexer
{
    private const string Token = """
        \G\s*(?:
          (?<name>[\p{L}_][\p{L}\p{N}_]*)
        | (?<float>\d[\d_]*(?:\.\d+(?:[eE][+-]?\d+)?|[eE][+-]?\d+))
        | (?<integer>\d[\d_]*)
        | (?<string>'(?:[^'\\]|\\.)*'|"(?:[^"\\]|\\.)*")
        | (?<operator>\*\*|//|==|!=|<=|>=|[-+*/%~<>=.:,|()\[\]{}])
        )
        """;

    private const string Escape = """
        \\(?:(?<simple>[\\'"abfnrtv0])
        | x(?<hex>[0-9a-fA-F]{2}) | u(?<hex>[0-9a-fA-F]{4}) | U(?<hex>[0-9a-fA-F]{8})
        | (?<newline>\n))
        """;

    [GeneratedRegex(Token, RegexOptions.Singleline | RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex TokenPattern { get; }

    [GeneratedRegex(Escape, RegexOptions.IgnorePatternWhitespace)]
    private static partial Regex EscapePattern { get; }

    /// <summary>The token at <paramref name="at"/>, after white space.</summary>
    /// <param name="at">Moves behind the token.</param>
    public static TemplateToken Read(string source, ref int at, int line)
    {
        var match = TokenPattern.Match(source, at);
        if (!match.Success)
            throw new TemplateException($"unexpected '{source[Math.Min(at, source.Length - 1)]}'", line);
        at += match.Length;
        foreach (var (group, kind) in Kinds)
        {
            if (match.Groups[group] is not { Success: true, Value: var text })
                continue;
            return new TemplateToken(kind, kind == TemplateTokenKind.String ? Unescape(text[1..^1]) : text, line);
        }
        throw new InvalidOperationException("every alternative is a named group");
    }

    private static readonly (string Group, TemplateTokenKind Kind)[] Kinds =
    [
        ("name", TemplateTokenKind.Name),
        ("float", TemplateTokenKind.Float),
        ("integer", TemplateTokenKind.Integer),
        ("string", TemplateTokenKind.String),
        ("operator", TemplateTokenKind.Operator),
    ];

    // Python's escapes; what is not one of them keeps its backslash.
    private static string Unescape(string text) => EscapePattern.Replace(text, match =>
    {
        if (match.Groups["newline"].Success)
            return "";
        if (match.Groups["hex"] is not { Success: true, Value: var digits })
            return Simple(match.Groups["simple"].Value[0]);
        var codePoint = int.Parse(digits, NumberStyles.HexNumber, CultureInfo.InvariantCulture);
        if (codePoint is >= 0 and <= 0xFFFF)
            return ((char)codePoint).ToString();
        return Rune.IsValid(codePoint) ? new Rune(codePoint).ToString() : "\uFFFD";
    });

    private static string Simple(char escape) => escape switch
    {
        'a' => "\a",
        'b' => "\b",
        'f' => "\f",
        'n' => "\n",
        'r' => "\r",
        't' => "\t",
        'v' => "\v",
        '0' => "\0",
        _ => escape.ToString(),
    };
}
