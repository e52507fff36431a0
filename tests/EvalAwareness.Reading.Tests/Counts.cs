using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Reading.Tests;

/// <summary>What a file holds: conversations, messages, assistant turns, and assistant turns without visible text.</summary>
internal sealed record Counts(int Conversations, int Messages, int AssistantTurns, int WithoutText)
{
    public static Counts Of(IReadOnlyList<ReadItem> items)
    {
        var transcripts = items.Select(item => item.Transcript).OfType<Transcript>().ToList();
        var messages = transcripts.SelectMany(transcript => transcript.Messages).ToList();
        var turns = messages.Where(message => message.Role == Role.Assistant).ToList();
        return new Counts(transcripts.Count, messages.Count, turns.Count, turns.Count(turn => string.IsNullOrWhiteSpace(turn.Content)));
    }

    /// <summary>As the table of provenance writes them.</summary>
    public override string ToString() => $"{Conversations}/{Messages}/{AssistantTurns}/{WithoutText}";
}
