using System.Globalization;

namespace EvalAwareness.Inference.Tokenization.Merging;

/// <summary>The tokens <c>&lt;0x00&gt;</c> to <c>&lt;0xFF&gt;</c> by which SentencePiece vocabularies write single bytes.</summary>
internal static class ByteTokens
{
    /// <summary>In the order of the bytes.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enumerable.Range(0, 256).Select(value => $"<0x{value:X2}>")];

    /// <summary>The byte that a token stands for; null for every other token.</summary>
    public static byte? Read(string token) =>
        token.Length == 6 && token.StartsWith("<0x", StringComparison.Ordinal) && token[5] == '>'
        && byte.TryParse(token.AsSpan(3, 2), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var value)
            ? value
            : null;
}
