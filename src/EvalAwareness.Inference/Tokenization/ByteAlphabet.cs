namespace EvalAwareness.Inference.Tokenization;

/// <summary>The 256 visible characters in which byte-level BPE vocabularies write bytes. Source: GPT-2.</summary>
public static class ByteAlphabet
{
    private static readonly char[] Characters = BuildCharacters();
    private static readonly Dictionary<char, byte> Bytes =
        Enumerable.Range(0, 256).ToDictionary(value => Characters[value], value => (byte)value);

    /// <summary>The 256 tokens of one byte, in the order of the bytes.</summary>
    public static IEnumerable<string> Tokens => Characters.Select(character => character.ToString());

    /// <summary>Writes bytes as a vocabulary does.</summary>
    public static string Write(ReadOnlySpan<byte> bytes) =>
        string.Create(bytes.Length, bytes, (text, source) =>
        {
            for (var i = 0; i < source.Length; i++)
                text[i] = Characters[source[i]];
        });

    /// <summary>The bytes that a vocabulary entry stands for; null when it has a character outside the alphabet.</summary>
    public static byte[]? Read(string token)
    {
        var bytes = new byte[token.Length];
        for (var i = 0; i < token.Length; i++)
        {
            if (!Bytes.TryGetValue(token[i], out bytes[i]))
                return null;
        }
        return bytes;
    }

    // Bytes that print as themselves in Latin-1 do; the others take the next free character from U+0100 on.
    private static char[] BuildCharacters()
    {
        var characters = new char[256];
        var next = (char)256;
        for (var value = 0; value < 256; value++)
            characters[value] = Prints(value) ? (char)value : next++;
        return characters;
    }

    private static bool Prints(int value) => value is >= '!' and <= '~' or >= 0xA1 and <= 0xAC or >= 0xAE;
}
