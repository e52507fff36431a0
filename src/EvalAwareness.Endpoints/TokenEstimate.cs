using Microsoft.Extensions.AI;

namespace EvalAwareness.Endpoints;

/// <summary>Tokens of a text that no tokenizer is at hand for: a token for every four UTF-8 bytes, which English text has and others exceed.</summary>
public static class TokenEstimate
{
    public const int BytesOfToken = 4;

    public static long Of(IEnumerable<ChatMessage> messages) =>
        OfBytes(messages.Sum(message => (long)System.Text.Encoding.UTF8.GetByteCount(message.Text)));

    public static long OfBytes(long bytes) => (bytes + BytesOfToken - 1) / BytesOfToken;
}
