namespace EvalAwareness.Core;

/// <summary>Makes one line of a message that quotes what somebody else wrote, however long that is and whatever it holds.</summary>
public static class OneLine
{
    private const int Longest = 500;

    public static string Of(string message)
    {
        var shown = message.Length <= Longest ? message : message[..Longest] + "…";
        return string.Concat(shown.Select(character => EndsLine(character) ? $"\\u{(int)character:x4}" : character.ToString()));
    }

    private static bool EndsLine(char character) => char.IsControl(character) || character is '\u2028' or '\u2029';
}
