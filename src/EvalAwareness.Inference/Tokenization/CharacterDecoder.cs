using System.Text;
using System.Text.Unicode;
using EvalAwareness.Inference.Tokenization.Merging;

namespace EvalAwareness.Inference.Tokenization;

/// <summary>Joins tokens of characters, and byte tokens among them if there are any.</summary>
/// <param name="replacements">What becomes of each token's text, such as a space mark that becomes a space.</param>
/// <param name="byteFallback">Whether tokens such as <c>&lt;0x0A&gt;</c> stand for a byte.</param>
internal sealed class CharacterDecoder(IReadOnlyList<Replacement> replacements, bool byteFallback) : ITokenDecoder
{
    public string Decode(IEnumerable<string> tokens)
    {
        var text = new StringBuilder();
        var bytes = new List<byte>();
        foreach (var token in tokens)
        {
            var replaced = replacements.Aggregate(token, (written, replacement) => replacement.Apply(written));
            if (byteFallback && ByteTokens.Read(replaced) is { } value)
            {
                bytes.Add(value);
                continue;
            }
            Flush(text, bytes);
            text.Append(replaced);
        }
        Flush(text, bytes);
        return text.ToString();
    }

    // Hugging Face gives up a whole run of bytes when a part of it is not valid UTF-8.
    private static void Flush(StringBuilder text, List<byte> bytes)
    {
        byte[] run = [.. bytes];
        text.Append(Utf8.IsValid(run) ? Encoding.UTF8.GetString(run) : new string('\uFFFD', run.Length));
        bytes.Clear();
    }
}
