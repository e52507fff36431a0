using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Reading;

/// <summary>What transcripts hold.</summary>
/// <param name="Conversations">Transcripts.</param>
/// <param name="Messages">Messages of all roles.</param>
/// <param name="AssistantTurns">Messages of the assistant, whoever wrote them.</param>
/// <param name="TurnsWithoutText">Those with no visible text: a tool call or reasoning alone.</param>
/// <param name="OwnTurns">Those that are the audited model's own words.</param>
public sealed record TranscriptCounts(int Conversations, int Messages, int AssistantTurns, int TurnsWithoutText, int OwnTurns)
{
    public static TranscriptCounts None { get; } = new(0, 0, 0, 0, 0);

    public static TranscriptCounts Of(Transcript transcript)
    {
        var turns = transcript.Messages.Where(message => message.Role == Role.Assistant).ToList();
        return new TranscriptCounts(
            1, transcript.Messages.Count, turns.Count, turns.Count(turn => string.IsNullOrWhiteSpace(turn.Content)), turns.Count(turn => turn.IsOwn));
    }

    public static TranscriptCounts operator +(TranscriptCounts left, TranscriptCounts right) => new(
        left.Conversations + right.Conversations, left.Messages + right.Messages, left.AssistantTurns + right.AssistantTurns,
        left.TurnsWithoutText + right.TurnsWithoutText, left.OwnTurns + right.OwnTurns);
}
