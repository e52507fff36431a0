using EvalAwareness.Core.Judging;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Pipeline.Running;

/// <summary>Something to ask a judge.</summary>
/// <param name="Judge">Who is asked.</param>
/// <param name="Subject">What is judged, as the tables name it.</param>
/// <param name="Transcript">Where it comes from.</param>
/// <param name="MessageIndex">The judged turn, or the message that the judged position stands in.</param>
internal sealed record JudgeQuestion(JudgeIdentity Judge, string Subject, Transcript Transcript, int MessageIndex)
{
    /// <summary>Null for a turn.</summary>
    public int? Position { get; init; }

    /// <summary>Which explanation of the position; null for everything else.</summary>
    public int? Sample { get; init; }
}
