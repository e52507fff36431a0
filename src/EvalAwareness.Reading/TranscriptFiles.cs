using System.Runtime.CompilerServices;
using EvalAwareness.Reading.Datasets;

namespace EvalAwareness.Reading;

/// <summary>The transcripts of several datasets, one in memory at a time; ids are unique over all of them.</summary>
public static class TranscriptFiles
{
    public static async IAsyncEnumerable<ReadItem> ReadAsync(IReadOnlyList<Dataset> datasets, [EnumeratorCancellation] CancellationToken stop)
    {
        var reader = new TranscriptReader();
        foreach (var dataset in datasets)
        {
            await foreach (var item in reader.ReadAsync(dataset, limit: null, stop))
                yield return item;
        }
    }
}
