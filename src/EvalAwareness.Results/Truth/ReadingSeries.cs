using EvalAwareness.Core.Randomness;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Truth;

/// <summary>All that was read in one way.</summary>
/// <param name="Condition">The condition the transcripts were read under.</param>
/// <param name="Subject">What was judged, one of <see cref="Subjects"/>.</param>
/// <param name="Transcripts">Every transcript of the condition, in table order.</param>
internal sealed record ReadingSeries(string Condition, string Subject, IReadOnlyList<ReadTranscript> Transcripts)
{
    /// <summary>Those that do not say so.</summary>
    public IReadOnlyList<ReadTranscript> Quiet { get; } = [.. Transcripts.Where(transcript => transcript.IsQuiet)];

    public bool HasReadings => Transcripts.Any(transcript => transcript.Readings.Count > 0);

    /// <summary>A stream of this series and of what is drawn from it.</summary>
    public KeyedRandom Random(params ReadOnlySpan<string> parts) =>
        new(0, ["truth", Subject == Subjects.Explanation ? Condition : Subject, .. parts]);
}
