using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Judging;

/// <summary>The text that leads up to a token: what a reader without any look at activations would have to go by.</summary>
public static class TextWindow
{
    /// <summary>The last <paramref name="words"/> words of the transcript up to the end of <paramref name="token"/>, in reading order.</summary>
    public static string Before(Transcript transcript, TranscriptToken token, int words)
    {
        var earlier = transcript.Messages.Take(token.MessageIndex).SelectMany(Texts);
        var read = string.Join('\n', [.. earlier, .. UpTo(token, transcript.Messages[token.MessageIndex])]);
        return string.Join(' ', read.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).TakeLast(words));
    }

    private static IEnumerable<string> Texts(Message message) =>
        [message.Reasoning, message.Content, .. message.ToolCalls.Select(call => $"{call.Name} {call.Arguments}")];

    private static IEnumerable<string> UpTo(TranscriptToken token, Message message) => token.Section == SegmentKind.AssistantReasoning
        ? [message.Reasoning[..token.End]]
        : [message.Reasoning, message.Content[..token.End]];
}
