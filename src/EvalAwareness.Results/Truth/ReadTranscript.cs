using EvalAwareness.Core.Transcripts;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Truth;

/// <summary>What is known of a transcript beside what was read from it.</summary>
/// <param name="IsQuiet">Neither its author nor a judge of its turns has it say so.</param>
/// <param name="Readings">In the order of the tokens.</param>
internal sealed record ReadTranscript(TranscriptRow Row, bool IsQuiet, IReadOnlyList<Reading> Readings)
{
    public string Id => Row.TranscriptId;

    /// <summary>Whether the assistant holds the belief; null where unknown.</summary>
    public bool? Aware => Row.LabelAware;

    public TranscriptKind Kind { get; } =
        TranscriptKinds.Parse(Row.Kind) ?? throw new InvalidDataException($"'{Row.Kind}' is not a kind of transcript");

    public int YesCount { get; } = Readings.Count(reading => reading.IsYes);

    /// <summary>YES among the readings; null without any.</summary>
    public double? YesShare => ShareOf(Readings);

    /// <summary>YES among the given readings; null without any.</summary>
    public static double? ShareOf(IReadOnlyCollection<Reading> readings) =>
        readings.Count == 0 ? null : (double)readings.Count(reading => reading.IsYes) / readings.Count;
}
