using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Judging;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Pipeline.Running;

/// <summary>Something to ask a judge.</summary>
/// <param name="Judge">Who is asked.</param>
/// <param name="Transcript">Where the words come from.</param>
/// <param name="MessageIndex">The judged turn, or the message that the judged position stands in.</param>
/// <param name="Key">The sample whose explanation is judged; null for a turn.</param>
internal sealed record JudgeQuestion(JudgeIdentity Judge, Transcript Transcript, int MessageIndex, SampleKey? Key = null)
{
    /// <summary>explanation or turn.</summary>
    public string Subject => Key is null ? Subjects.Turn : Subjects.Explanation;
}
