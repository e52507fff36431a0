using System.Text.Json;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.Content;

/// <summary>
/// Tools that a model speaks through: what it tells the user at the end, and thoughts that it logs. These arguments are words of its own, so
/// they are moved out of the call: the closing message into the text, the thought into the reasoning. They stand in the turn once.
/// </summary>
internal static class SpokenCalls
{
    public static Message Hear(Message turn) => turn.ToolCalls.Aggregate(turn with { ToolCalls = [] }, Hear);

    private static Message Hear(Message turn, ToolCall call) => call.Name switch
    {
        "finish" when Move(call, "message", "final_thought") is { } closing => turn with
        {
            Content = Append(turn.Content, closing.Words), ToolCalls = [.. turn.ToolCalls, closing.Remainder],
        },
        "think" when Move(call, "thought") is { } logged => turn with
        {
            Reasoning = Append(turn.Reasoning, logged.Words), ToolCalls = [.. turn.ToolCalls, logged.Remainder],
        },
        _ => turn with { ToolCalls = [.. turn.ToolCalls, call] },
    };

    private static (string Words, ToolCall Remainder)? Move(ToolCall call, params string[] keys)
    {
        using var arguments = JsonValue.TryParse(call.Arguments);
        if (arguments?.RootElement is not { } given || keys.FirstOrDefault(key => given.TextAt(key) is not null) is not { } spoken)
            return null;
        return (given.TextAt(spoken)!, call with { Arguments = JsonText.Without(given, spoken) });
    }

    private static string Append(string text, string words) => text.Length == 0 || words.Length == 0 ? text + words : $"{text}\n{words}";
}
