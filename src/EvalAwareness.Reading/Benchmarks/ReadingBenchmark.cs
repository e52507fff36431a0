using System.Diagnostics;
using System.Text.Json;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Datasets;

namespace EvalAwareness.Reading.Benchmarks;

/// <summary>How fast transcripts are read, beside what anybody would write first: each line of the file through System.Text.Json.</summary>
public static class ReadingBenchmark
{
    private const double BytesPerMegabyte = 1e6;

    /// <param name="path">A JSONL file.</param>
    /// <param name="runs">Times each way is measured, in turn; the medians count.</param>
    /// <param name="stop">Cancels between runs.</param>
    public static async Task<ReadingMeasurement> MeasureAsync(string path, int runs, CancellationToken stop)
    {
        var megabytes = new FileInfo(path).Length / BytesPerMegabyte;
        var (plain, ours) = (new double[runs], new double[runs]);
        var transcripts = 0;
        for (var run = 0; run < runs; run++)
        {
            plain[run] = megabytes / await SecondsAsync(() => Task.FromResult(ParseLines(path)));
            ours[run] = megabytes / await SecondsAsync(async () => transcripts = await ReadAsync(path, stop));
        }
        return new ReadingMeasurement(path, megabytes, transcripts, Median(plain), Median(ours));
    }

    private static int ParseLines(string path)
    {
        var lines = 0;
        foreach (var line in File.ReadLines(path))
        {
            using var document = JsonDocument.Parse(line);
            lines++;
        }
        return lines;
    }

    private static async Task<int> ReadAsync(string path, CancellationToken stop)
    {
        var dataset = new Dataset("bench", TranscriptKind.Evaluation, Path.GetDirectoryName(path)!, [path], "");
        var transcripts = 0;
        await foreach (var item in new TranscriptReader().ReadAsync(dataset, limit: null, stop))
            transcripts += item.IsReadable ? 1 : 0;
        return transcripts;
    }

    private static async Task<double> SecondsAsync(Func<Task<int>> work)
    {
        var began = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(began).TotalSeconds;
    }

    private static double Median(double[] values) => values.Order().ElementAt(values.Length / 2);
}
