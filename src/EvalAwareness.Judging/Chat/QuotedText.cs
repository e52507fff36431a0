using System.Text;

namespace EvalAwareness.Judging.Chat;

/// <summary>A text to find quotations in, however their white space, quotation marks, dashes and capitals were copied.</summary>
internal sealed class QuotedText(string text)
{
    // Fewer letters stand in any text by chance.
    private const int FewestLetters = 4;

    private static readonly char[] Around = ['"', '\'', ' ', '.', '…', ','];

    private readonly string _plain = Plain(text);

    /// <summary>Whether the quotation is long enough to be one and stands in the text.</summary>
    public bool Has(string quotation)
    {
        var plain = Plain(quotation).Trim(Around);
        return plain.Count(char.IsLetterOrDigit) >= FewestLetters && _plain.Contains(plain, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether any text, however short, stands in it.</summary>
    public bool Contains(string part) => _plain.Contains(Plain(part), StringComparison.OrdinalIgnoreCase);

    private static string Plain(string text)
    {
        var plain = new StringBuilder(text.Length);
        foreach (var character in text)
        {
            if (!char.IsWhiteSpace(character))
                plain.Append(Plain(character));
            else if (plain.Length > 0 && plain[^1] != ' ')
                plain.Append(' ');
        }
        return plain.ToString();
    }

    private static char Plain(char character) => character switch
    {
        '“' or '”' or '„' or '«' or '»' => '"',
        '‘' or '’' or '‚' or '`' => '\'',
        '–' or '—' or '‑' => '-',
        _ => character,
    };
}
