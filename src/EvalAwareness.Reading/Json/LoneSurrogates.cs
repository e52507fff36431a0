using System.Text;
using System.Text.RegularExpressions;

namespace EvalAwareness.Reading.Json;

/// <summary>Reads JSON whose strings hold half characters: cut-off emoji are common where tools truncate output.</summary>
internal static partial class LoneSurrogates
{
    /// <summary>Decodes UTF-8; each lone surrogate, escaped or raw, and each invalid byte becomes U+FFFD.</summary>
    public static string Replace(ReadOnlySpan<byte> json)
    {
        var text = Encoding.UTF8.GetString(json);
        return text.Contains("\\ud", StringComparison.OrdinalIgnoreCase)
            ? Escape.Replace(text, match => match.Groups["lone"].Success ? "\\ufffd" : match.Value)
            : text;
    }

    // Every escape is consumed in order, so that an escaped backslash before a u starts nothing.
    [GeneratedRegex(
        @"\\(?:ud[89ab][0-9a-f]{2}\\ud[c-f][0-9a-f]{2}|(?<lone>ud[89a-f][0-9a-f]{2})|.)",
        RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex Escape { get; }
}
