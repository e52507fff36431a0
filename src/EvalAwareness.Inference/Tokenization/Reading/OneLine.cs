namespace EvalAwareness.Inference.Tokenization.Reading;

/// <summary>Makes one line of a message that quotes a file, however long the quotation is and whatever it holds.</summary>
internal static class OneLine
{
    private const int Longest = 300;

    public static string Of(string message)
    {
        var shown = message.Length <= Longest ? message : message[..Longest] + "…";
        return string.Concat(shown.Select(character => char.IsControl(character) ? $"\\u{(int)character:x4}" : character.ToString()));
    }
}
