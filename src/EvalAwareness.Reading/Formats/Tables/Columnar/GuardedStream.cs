namespace EvalAwareness.Reading.Formats.Tables.Columnar;

/// <summary>
/// A file as the library may read it. At its end the library would read on for ever, and pages that say they are empty or lie before
/// themselves send it round in circles: here both end with an exception.
/// </summary>
internal sealed class GuardedStream(FileStream file) : Stream
{
    private const long Spare = 1 << 20;

    // Every byte is wanted once, and the header of a page perhaps once more.
    private long _left = (2 * file.Length) + Spare;

    public override bool CanRead => true;

    public override bool CanSeek => true;

    public override bool CanWrite => false;

    public override long Length => file.Length;

    public override long Position
    {
        get => file.Position;
        set => file.Position = value;
    }

    public override int ReadByte()
    {
        Span<byte> one = stackalloc byte[1];
        _ = Read(one);
        return one[0];
    }

    public override int Read(byte[] buffer, int offset, int count) => Read(buffer.AsSpan(offset, count));

    public override int Read(Span<byte> buffer) => Counted(buffer.Length, file.Read(buffer));

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Counted(buffer.Length, await file.ReadAsync(buffer, cancellationToken));

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override long Seek(long offset, SeekOrigin origin) => file.Seek(offset, origin);

    public override void Flush()
    {
        // Nothing is written.
    }

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            file.Dispose();
        base.Dispose(disposing);
    }

    private int Counted(int wanted, int length)
    {
        _left -= length;
        return wanted > 0 && length == 0 ? throw new EndOfStreamException("the file ends before its data")
            : _left < 0 ? throw new InvalidDataException("its pages point back at themselves")
            : length;
    }
}
