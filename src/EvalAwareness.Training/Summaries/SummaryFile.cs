using System.Text;
using EvalAwareness.Core;
using EvalAwareness.Training.Activations;

namespace EvalAwareness.Training.Summaries;

/// <summary>A file of summaries, one a line, that grows as they arrive.</summary>
internal sealed class SummaryFile : IDisposable
{
    private readonly FileStream _stream;
    private readonly Lock _lock = new();

    private SummaryFile(FileStream stream) => _stream = stream;

    /// <summary>Opens it to add to. What follows the last line end was cut off by a kill and goes.</summary>
    public static SummaryFile Append(string path)
    {
        var stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.Read);
        stream.SetLength(EndOfLastLine(stream));
        stream.Seek(0, SeekOrigin.End);
        return new SummaryFile(stream);
    }

    /// <summary>Every line; null for one that is no summary.</summary>
    public static IEnumerable<SummaryRecord?> Read(string path) =>
        File.ReadLines(path).Where(line => !string.IsNullOrWhiteSpace(line)).Select(SummaryLine.Parse);

    /// <summary>What can be learned from.</summary>
    /// <exception cref="RefusedException">There is no such file.</exception>
    public static IReadOnlyDictionary<ActivationKey, string> ReadKept(string path)
    {
        if (!File.Exists(path))
            throw new RefusedException($"{path}: there are no summaries; give --summaries or --summarizer.");
        var kept = new Dictionary<ActivationKey, string>();
        foreach (var record in Read(path))
        {
            if (record?.Summary is { } summary)
                kept[record.Key] = summary;
        }
        return kept;
    }

    /// <summary>Adds a line, from any thread; it is with the operating system when this returns.</summary>
    public void Add(SummaryRecord record)
    {
        var line = Encoding.UTF8.GetBytes(SummaryLine.Format(record) + "\n");
        lock (_lock)
        {
            _stream.Write(line);
            _stream.Flush();
        }
    }

    public void Dispose() => _stream.Dispose();

    private static long EndOfLastLine(FileStream stream)
    {
        for (var end = stream.Length; end > 0; end--)
        {
            stream.Seek(end - 1, SeekOrigin.Begin);
            if (stream.ReadByte() == '\n')
                return end;
        }
        return 0;
    }
}
