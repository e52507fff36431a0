using System.Globalization;
using System.Text;

namespace EvalAwareness.Cli.Output;

/// <summary>Text from outside, made fit for a terminal.</summary>
internal static class Excerpt
{
    /// <summary>The beginning of <paramref name="text"/> on one line: white space becomes blanks, and characters that steer a terminal or turn
    /// the direction of writing become dots.</summary>
    public static string Of(string text, int most)
    {
        var line = new StringBuilder(Math.Min(text.Length, most));
        foreach (var rune in text.EnumerateRunes())
        {
            if (line.Length >= most)
                return line.Append('…').ToString();
            if (Rune.IsWhiteSpace(rune))
                line.Append(line is [.., ' '] ? "" : " ");
            else
                line.Append(IsUnseen(rune) ? "·" : rune.ToString());
        }
        return line.ToString();
    }

    private static bool IsUnseen(Rune rune) => Rune.GetUnicodeCategory(rune) is
        UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.OtherNotAssigned or UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate;
}
