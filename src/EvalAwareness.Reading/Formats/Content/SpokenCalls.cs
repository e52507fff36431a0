using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.Content;

/// <summary>
/// Tools that a model speaks through: what it tells the user at the end, and thoughts that it logs. These arguments are words of its own, so
/// they are moved out of the call: the closing message into the text, the thought into the reasoning. They stand in the turn once.
/// </summary>
internal static class SpokenCalls
{
    public static Message Hear(Message turn)
    {
        List<string> text = [turn.Content];
        List<string> reasoning = [turn.Reasoning];
        List<ToolCall> calls = [];
        foreach (var call in turn.ToolCalls)
            calls.Add(call.Name switch
            {
                "finish" => Move(call, text, "message", "final_thought"),
                "think" => Move(call, reasoning, "thought"),
                _ => call,
            });
        return turn with { Content = Pieces.Join(text), Reasoning = Pieces.Join(reasoning), ToolCalls = calls };
    }

    private static ToolCall Move(ToolCall call, List<string> words, params ReadOnlySpan<string> keys)
    {
        using var arguments = JsonValue.TryParse(call.Arguments);
        foreach (var key in keys)
        {
            if (arguments?.RootElement.TextAt(key) is not { } spoken)
                continue;
            words.Add(spoken);
            return call with { Arguments = JsonText.Without(arguments.RootElement, key) };
        }
        return call;
    }
}
