using System.IO.Hashing;
using EvalAwareness.Core;
using SharpCompress.Common;

namespace EvalAwareness.Reading.Files.Archives;

/// <summary>Unpacks one member of an archive, checks its checksum at the end, and stops where it unpacks to more than anybody wrote.</summary>
internal sealed class MemberReader : IDisposable
{
    // Far beyond real logs; an archive of a few MB can be made to unpack to terabytes.
    private const long Largest = 2L << 30;

    private readonly ZipMember _member;
    private readonly Stream _bytes;
    private readonly IDisposable _owner;
    private readonly Crc32 _checksum = new();
    private long _length;

    /// <exception cref="ItemException">It cannot be unpacked.</exception>
    public MemberReader(ZipMember member)
    {
        _member = member;
        (_bytes, _owner) = Guard(member.Open);
    }

    /// <summary>Fills the memory with what comes next; 0 at the end.</summary>
    /// <exception cref="ItemException">It is damaged, or too large.</exception>
    public ValueTask<int> ReadAsync(Memory<byte> memory, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        // The whole is in memory or a read away: unpacking is computing, which gains nothing from waiting.
        var length = Guard(() => _bytes.Read(memory.Span));
        _checksum.Append(memory.Span[..length]);
        _length += length;
        if (_length > Largest)
            throw new ItemException($"it unpacks to more than {Largest >> 30} GB");
        if (length == 0 && _checksum.GetCurrentHashAsUInt32() != _member.Checksum)
            throw new ItemException("it is damaged: its checksum is another");
        return new ValueTask<int>(length);
    }

    public void Dispose() => _owner.Dispose();

    // Given damaged bytes, the library throws whatever they led it to.
    private static T Guard<T>(Func<T> unpack)
    {
        try
        {
            return unpack();
        }
        catch (Exception broken)
        {
            throw new ItemException(broken is CryptographicException ? "it is encrypted" : $"it cannot be unpacked: {broken.Message}", broken);
        }
    }
}
