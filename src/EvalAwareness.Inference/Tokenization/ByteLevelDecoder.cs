using System.Runtime.InteropServices;
using System.Text;

namespace EvalAwareness.Inference.Tokenization;

/// <summary>Joins the bytes that tokens stand for; what is not valid UTF-8 becomes U+FFFD.</summary>
internal sealed class ByteLevelDecoder : ITokenDecoder
{
    public string Decode(IEnumerable<string> tokens)
    {
        var bytes = new List<byte>();
        foreach (var token in tokens)
            bytes.AddRange(ByteAlphabet.Read(token) ?? Encoding.UTF8.GetBytes(token));
        return Encoding.UTF8.GetString(CollectionsMarshal.AsSpan(bytes));
    }
}
