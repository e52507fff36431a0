using System.Text;

namespace EvalAwareness.Results.Columns;

/// <summary>A file that is written beside its place and renamed into it once it is safely on disk.</summary>
internal sealed class PendingFile : IDisposable, IAsyncDisposable
{
    private readonly string _path;
    private readonly string _pendingPath;
    private readonly FileStream _stream;

    public PendingFile(string path)
    {
        _path = path;
        // Two shards may complete the same folder at once: each writes its own file, and both rename the same rows.
        _pendingPath = $"{path}.{Guid.NewGuid():N}.tmp";
        _stream = new FileStream(_pendingPath, FileMode.CreateNew, FileAccess.ReadWrite);
    }

    public Stream Stream => _stream;

    public void Publish()
    {
        _stream.Flush(flushToDisk: true);
        _stream.Dispose();
        File.Move(_pendingPath, _path, overwrite: true);
    }

    public void Dispose()
    {
        _stream.Dispose();
        File.Delete(_pendingPath);
    }

    public async ValueTask DisposeAsync()
    {
        await _stream.DisposeAsync();
        File.Delete(_pendingPath);
    }

    public static void WriteText(string path, string text)
    {
        using var file = new PendingFile(path);
        file._stream.Write(Encoding.UTF8.GetBytes(text));
        file.Publish();
    }

    public static async Task WriteTextAsync(string path, string text, CancellationToken stop)
    {
        await using var file = new PendingFile(path);
        await file._stream.WriteAsync(Encoding.UTF8.GetBytes(text), stop);
        file.Publish();
    }
}
