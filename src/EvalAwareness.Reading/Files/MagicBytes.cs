namespace EvalAwareness.Reading.Files;

/// <summary>Knows files by the bytes they begin with.</summary>
internal static class MagicBytes
{
    private static readonly (byte[] Bytes, string Kind)[] Foreign =
    [
        ([0x1F, 0x8B], "a gzip archive; unpack it first"),
        ([0x28, 0xB5, 0x2F, 0xFD], "a Zstandard archive; unpack it first"),
        ([0xFD, 0x37, 0x7A, 0x58, 0x5A], "an xz archive; unpack it first"),
        ([0xFF, 0xFE], "UTF-16 text; save it as UTF-8"),
        ([0xFE, 0xFF], "UTF-16 text; save it as UTF-8"),
        ("PARE"u8.ToArray(), "a Parquet file with an encrypted footer; decrypt it first"),
        ("%PDF"u8.ToArray(), "a PDF document"),
        ("SQLite format 3"u8.ToArray(), "an SQLite database; export the transcripts first"),
        ("version https://git-lfs"u8.ToArray(), "a Git LFS pointer; the file it stands for was not fetched"),
    ];

    /// <summary>The shape of a binary file that can be read; null for any other.</summary>
    public static FileShape? ShapeOf(ReadOnlySpan<byte> head) =>
        head.StartsWith("PK\x03\x04"u8) || head.StartsWith("PK\x05\x06"u8) ? FileShape.Zip
        : head.StartsWith("PAR1"u8) ? FileShape.Parquet
        : null;

    /// <summary>What a file is that cannot be read, in words; null where it may be text.</summary>
    public static string? ForeignKind(ReadOnlySpan<byte> head)
    {
        foreach (var (bytes, kind) in Foreign)
        {
            if (head.StartsWith(bytes))
                return kind;
        }
        if (IsObjectId(head))
            return "a git object id alone, as a `.REMOVED.git-id` stub holds it; the file it stands for was taken out of its repository";
        return head.Contains((byte)0) ? "binary data; a file of transcripts is text" : null;
    }

    private static bool IsObjectId(ReadOnlySpan<byte> head)
    {
        var id = head.Trim(" \t\r\n"u8);
        return id.Length is 40 or 64 && !id.ContainsAnyExcept("0123456789abcdef"u8);
    }
}
