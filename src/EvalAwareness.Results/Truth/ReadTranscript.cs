using EvalAwareness.Core.Transcripts;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Truth;

/// <summary>What is known of a transcript beside what was read from it.</summary>
/// <param name="row">What is known of it.</param>
/// <param name="isQuiet">Neither its author nor a judge of its turns has it say so.</param>
/// <param name="readings">In the order of the tokens.</param>
internal sealed class ReadTranscript(TranscriptRow row, bool isQuiet, IReadOnlyList<Reading> readings)
{
    public string Id => Row.TranscriptId;

    public TranscriptRow Row { get; } = row;

    public TranscriptKind Kind { get; } =
        TranscriptKinds.Parse(row.Kind) ?? throw new InvalidDataException($"'{row.Kind}' is not a kind of transcript");

    /// <summary>Whether the assistant holds the belief; null where unknown.</summary>
    public bool? Aware => Row.LabelAware;

    public bool IsQuiet { get; } = isQuiet;

    public IReadOnlyList<Reading> Readings { get; } = readings;

    /// <summary>Whether a rule can be calibrated on it: deployment that was read and is not known to hold the belief.</summary>
    public bool IsControl => Kind == TranscriptKind.Deployment && Readings.Count > 0 && Aware != true;

    public int YesCount { get; } = readings.Count(reading => reading.IsYes);

    /// <summary>YES among the readings; null without any.</summary>
    public double? YesShare { get; } = ShareOf(readings);

    /// <summary>YES among the given readings; null without any.</summary>
    public static double? ShareOf(IReadOnlyCollection<Reading> readings) =>
        readings.Count == 0 ? null : (double)readings.Count(reading => reading.IsYes) / readings.Count;
}
