using EvalAwareness.Core.Randomness;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Truth;

/// <summary>All that was read in one way.</summary>
/// <param name="condition">The condition the transcripts were read under.</param>
/// <param name="subject">What was judged, one of <see cref="Subjects"/>.</param>
/// <param name="transcripts">Every transcript of the condition, in table order.</param>
internal sealed class ReadingSeries(string condition, string subject, IReadOnlyList<ReadTranscript> transcripts)
{
    public string Condition { get; } = condition;

    public string Subject { get; } = subject;

    public IReadOnlyList<ReadTranscript> Transcripts { get; } = transcripts;

    /// <summary>Those that do not say so.</summary>
    public IReadOnlyList<ReadTranscript> Quiet { get; } = [.. transcripts.Where(transcript => transcript.IsQuiet)];

    public bool HasReadings => Transcripts.Any(transcript => transcript.Readings.Count > 0);

    /// <summary>A stream of this series and of what is drawn from it.</summary>
    public KeyedRandom Random(params ReadOnlySpan<string> parts) =>
        new(0, ["truth", Subject == Subjects.Explanation ? Condition : Subject, .. parts]);
}
