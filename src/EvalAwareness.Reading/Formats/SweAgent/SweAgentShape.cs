using System.Text.Json;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.SweAgent;

/// <summary>
/// A trajectory of SWE-agent. Its dialogue is <c>history</c>; where that is missing, turns are made of the steps of <c>trajectory</c>.
/// What a turn says and what it does are told apart by <see cref="TextModeTurn"/>; <c>state</c>, environment and patch are no dialogue.
/// </summary>
internal sealed class SweAgentShape : IConversationShape
{
    // A run that is played back from a file was asked of no model.
    private const string Replay = "replay";

    public string Name => "swe-agent";

    public bool Matches(JsonElement value) =>
        Holds(value.ListAt("history"), "role") || Holds(value.ListAt("trajectory"), "response") || IsEmptyRun(value);

    public Conversation Read(JsonElement value)
    {
        var builder = new ConversationBuilder();
        var turns = new TurnReader(builder, value.ObjectAt("info")?.TextAt("exit_status"));
        var steps = value.ListAt("trajectory")?.EnumerateArray() ?? default;
        if (value.ListAt("history") is { } history && history.GetArrayLength() > 0)
        {
            builder.Turns(history.EnumerateArray(), "history message", turns.ReadMessage);
            builder.Turns(steps, "trajectory step", turns.MissStep);
        }
        else
        {
            builder.Turns(steps.FirstOrDefault().ListAt("query")?.EnumerateArray() ?? default, "query message", turns.ReadMessage);
            builder.Turns(steps, "trajectory step", turns.ReadStep);
        }
        return builder.Build() with { Model = ModelOf(value) };
    }

    private static bool Holds(JsonElement? list, string key) =>
        list?.EnumerateArray().Any(item => item.ValueKind == JsonValueKind.Object && item.Member(key) is not null) == true;

    private static bool IsEmptyRun(JsonElement value) =>
        value.ListAt("history")?.GetArrayLength() == 0 && value.ListAt("trajectory")?.GetArrayLength() == 0;

    private static string? ModelOf(JsonElement value)
    {
        using var encoded = value.TextAt("replay_config") is { } text ? JsonValue.TryParse(text) : null;
        var configuration = encoded?.RootElement ?? value.ObjectAt("replay_config");
        return configuration?.TextAt("agent", "model", "name") is { } name and not Replay ? name : null;
    }
}
