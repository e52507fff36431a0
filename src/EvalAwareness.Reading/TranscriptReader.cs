using System.Runtime.CompilerServices;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Datasets;
using EvalAwareness.Reading.Files;
using EvalAwareness.Reading.Formats;

namespace EvalAwareness.Reading;

/// <summary>Reads transcripts, dataset after dataset; ids are unique over all of them.</summary>
public sealed class TranscriptReader
{
    private readonly Dictionary<string, string> _sources = [];

    /// <summary>Streams a dataset, file after file, until <paramref name="limit"/> readable transcripts are read. Each conversation of
    /// the files is one item, whatever became of it; a file that is no transcript is one too.</summary>
    public async IAsyncEnumerable<ReadItem> ReadAsync(Dataset dataset, int? limit, [EnumeratorCancellation] CancellationToken stop)
    {
        var wanted = limit ?? int.MaxValue;
        foreach (var path in dataset.Files)
        {
            var file = SourceFile.Open(path, dataset.NameOf(path));
            await foreach (var read in ConversationsAsync(file, dataset.Format, stop))
            {
                if (wanted == 0)
                    yield break;
                var item = Item(read, file, dataset);
                yield return item;
                wanted -= item.IsReadable ? 1 : 0;
            }
        }
    }

    private static IAsyncEnumerable<ReadConversation> ConversationsAsync(SourceFile file, string? format, CancellationToken stop)
    {
        var known = format is null ? KnownFormats.Recognize(file.Head) : KnownFormats.Named(format);
        return known is null || file.Head.Shape is FileShape.Foreign or FileShape.Empty
            ? AsyncEnumerable.Repeat(new ReadConversation("", "1", "") { Problem = Looks.Like(file.Head) }, 1)
            : known.ReadAsync(file, stop);
    }

    private ReadItem Item(ReadConversation read, SourceFile file, Dataset dataset)
    {
        var source = $"{file.Name}:{read.Place}";
        if (read.Conversation is not { } conversation)
            return new ReadItem(null, read.Problem, [new ReadFailure(dataset.Name, source, null, read.Problem!)]);
        var transcript = Transcript(read, conversation, file, dataset);
        var problem = Problem(transcript, source);
        return new ReadItem(transcript, problem,
        [
            .. transcript.Omissions.Select(omission => new ReadFailure(dataset.Name, $"{source} {omission.Place}", transcript.Id, omission.Reason)),
            .. problem is null ? (ReadFailure[])[] : [new ReadFailure(dataset.Name, source, null, problem)],
        ]);
    }

    private static Transcript Transcript(ReadConversation read, Conversation conversation, SourceFile file, Dataset dataset) => new(
        conversation.Id ?? dataset.IdAt(file.Name, read.Place), dataset.Name, dataset.Kind, conversation.Messages, read.Sha256)
    {
        Origin = conversation.Origin ?? new Origin(file.Name, read.Place, read.Format) { Model = conversation.Model },
        Omissions = conversation.Omissions,
        Truth = conversation.Truth,
        LabelAware = conversation.LabelAware,
    };

    private string? Problem(Transcript transcript, string source)
    {
        if (Readability.Problem(transcript.Messages) is { } nothing)
            return nothing;
        return _sources.TryAdd(transcript.Id, source) ? null : $"repeats the id `{transcript.Id}` of {_sources[transcript.Id]}";
    }
}
