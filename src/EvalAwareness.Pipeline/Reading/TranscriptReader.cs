using System.Runtime.CompilerServices;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Pipeline.Reading;

/// <summary>Reads the transcripts of a run, dataset after dataset; ids are unique over all of them.</summary>
internal sealed class TranscriptReader
{
    private readonly Dictionary<string, string> _sources = [];

    /// <summary>Streams a dataset: a transcript, or the failure of a line, for each one in the file, until
    /// <paramref name="limit"/> transcripts are read.</summary>
    public async IAsyncEnumerable<ReadItem> ReadAsync(
        Dataset dataset, int? limit, [EnumeratorCancellation] CancellationToken stop)
    {
        var wanted = limit ?? int.MaxValue;
        await foreach (var item in SourceFile.ReadAsync(dataset.File, stop))
        {
            if (wanted == 0)
                yield break;
            var outcome = ItemBoundary.Try(() => Read(item, dataset));
            yield return new ReadItem(outcome.Value, outcome.Failure is null ? null : Quarantine(item, dataset, outcome.Failure));
            wanted -= outcome.Value is null ? 0 : 1;
        }
    }

    private Transcript Read(SourceItem item, Dataset dataset)
    {
        var transcript = TranscriptParser.Parse(item, dataset);
        return _sources.TryAdd(transcript.Id, item.Source)
            ? transcript
            : throw new ItemException($"repeats the id `{transcript.Id}` of {_sources[transcript.Id]}");
    }

    private static FailureRow Quarantine(SourceItem item, Dataset dataset, string reason) =>
        new() { Stage = "read", Dataset = dataset.Name, Source = item.Source, Message = reason };
}
