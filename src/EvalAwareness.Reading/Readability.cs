using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Reading;

/// <summary>Whether there is something in a transcript to measure: words of the audited model.</summary>
internal static class Readability
{
    /// <summary>Why there is nothing; null when there is.</summary>
    public static string? Problem(IReadOnlyList<Message> messages)
    {
        var turns = messages.Where(message => message.Role == Role.Assistant).ToList();
        if (turns.Count == 0)
            return $"no assistant turn among {messages.Count} messages";
        var own = turns.Where(turn => turn.IsOwn).ToList();
        if (own.Count == 0)
            return $"none of {turns.Count} assistant turns is the model's own: {string.Join(", ", turns.Select(turn => turn.Author!.Value.Name()).Distinct())}";
        return own.Any(turn => turn.HasText) ? null : $"no text: {own.Count} assistant turns, none with text or reasoning";
    }
}
