using EvalAwareness.Reading;

namespace EvalAwareness.Cli.Transcripts;

/// <summary>What is found in some files; grows with what is shown of them, not with the files.</summary>
/// <param name="most">How many conversations are kept segment by segment.</param>
internal sealed class Inspection(int most)
{
    /// <summary>Reasons that are told one by one.</summary>
    private const int MostFailures = 1_000;

    private readonly List<InspectedTranscript> _shown = [];
    private readonly List<ReadFailure> _failures = [];
    private readonly SortedDictionary<string, int> _formats = new(StringComparer.Ordinal);

    public TranscriptCounts Counts { get; private set; } = TranscriptCounts.None;

    /// <summary>How many of the conversations hold something to measure.</summary>
    public int Readable { get; private set; }

    /// <summary>How much could not be read.</summary>
    public int Failed { get; private set; }

    /// <summary>How many conversations are written in which format.</summary>
    public IReadOnlyDictionary<string, int> Formats => _formats;

    public IReadOnlyList<InspectedTranscript> Conversations => _shown;

    /// <summary>The first of the reasons.</summary>
    public IReadOnlyList<ReadFailure> Failures => _failures;

    public void Add(ReadItem item)
    {
        if (item.Transcript is { } transcript)
        {
            Counts += TranscriptCounts.Of(transcript);
            Readable += item.IsReadable ? 1 : 0;
            _formats[transcript.Origin!.Format] = _formats.GetValueOrDefault(transcript.Origin.Format) + 1;
            if (_shown.Count < most)
                _shown.Add(InspectedTranscript.Of(item));
        }
        Failed += item.Failures.Count;
        _failures.AddRange(item.Failures.Take(MostFailures - _failures.Count));
    }
}
