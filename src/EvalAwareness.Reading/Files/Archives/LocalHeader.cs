using System.Buffers.Binary;
using System.Text;

namespace EvalAwareness.Reading.Files.Archives;

/// <summary>What stands before a member in a zip archive: enough to find the members of one whose directory, at its end, is lost.</summary>
/// <param name="Name">The member's name.</param>
/// <param name="Checksum">CRC-32 of its bytes.</param>
/// <param name="Offset">Where the header begins.</param>
internal sealed record LocalHeader(string Name, uint Checksum, long Offset)
{
    private const uint Signature = 0x04034b50;
    private const int FixedLength = 30;
    private const int SizesBehind = 1 << 3;
    private const uint SizeInExtra = uint.MaxValue;

    /// <summary>The headers one after another, up to the first that does not say how long its member is, or is none.</summary>
    public static IEnumerable<LocalHeader> Of(FileStream archive)
    {
        var header = new byte[FixedLength + (2 * ushort.MaxValue)];
        for (long offset = 0, next; TryRead(archive, offset, header) is { } found; offset = next)
        {
            yield return found;
            next = offset + LengthOf(header);
            if (next <= offset)
                yield break;
        }
    }

    private static LocalHeader? TryRead(FileStream archive, long offset, byte[] header)
    {
        archive.Position = offset;
        return IsRead(archive, header.AsSpan(0, FixedLength)) && UInt32(header, 0) == Signature && (UInt16(header, 6) & SizesBehind) == 0
            && IsRead(archive, header.AsSpan(FixedLength..BytesAt(header)))
            ? new LocalHeader(Encoding.UTF8.GetString(header, FixedLength, UInt16(header, 26)), UInt32(header, 14), offset)
            : null;
    }

    private static bool IsRead(FileStream archive, Span<byte> bytes) =>
        archive.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false) == bytes.Length;

    private static int BytesAt(byte[] header) => FixedLength + UInt16(header, 26) + UInt16(header, 28);

    private static long LengthOf(byte[] header) => BytesAt(header) + (UInt32(header, 18) is var size and not SizeInExtra ? size : LongSize(header));

    // Members of 4 GB and more, and those written as a stream, keep both sizes in a field of their own: unpacked, then packed.
    private static long LongSize(byte[] header)
    {
        var extra = header.AsSpan(FixedLength + UInt16(header, 26), UInt16(header, 28));
        while (extra.Length >= 4)
        {
            var length = BinaryPrimitives.ReadUInt16LittleEndian(extra[2..]);
            if (BinaryPrimitives.ReadUInt16LittleEndian(extra) == 1 && length >= 16 && extra.Length >= 20)
                return BinaryPrimitives.ReadInt64LittleEndian(extra[12..]);
            extra = extra[Math.Min(extra.Length, 4 + length)..];
        }
        return long.MinValue;
    }

    private static ushort UInt16(byte[] header, int at) => BinaryPrimitives.ReadUInt16LittleEndian(header.AsSpan(at));

    private static uint UInt32(byte[] header, int at) => BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(at));
}
