namespace EvalAwareness.Reading.Files;

/// <summary>The mark that some editors put before UTF-8.</summary>
internal static class ByteOrderMark
{
    private static readonly byte[] Utf8 = [0xEF, 0xBB, 0xBF];

    public static ReadOnlySpan<byte> Trim(ReadOnlySpan<byte> text) => text.StartsWith(Utf8) ? text[Utf8.Length..] : text;
}
