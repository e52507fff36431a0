using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Formats.Content;
using EvalAwareness.Reading.Formats.OpenAi;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.Atif;

/// <summary>Reads steps: what somebody said and did, and the results that came back, each a message.</summary>
/// <param name="conversation">Takes the messages.</param>
/// <param name="agent">The program that ran the model.</param>
internal sealed class StepReader(ConversationBuilder conversation, string agent)
{
    private readonly bool _isLabelled = agent.StartsWith("openhands", StringComparison.OrdinalIgnoreCase);

    /// <summary>The first model that a step names.</summary>
    public string? Model { get; private set; }

    public void Read(JsonElement step, string where)
    {
        step.RequireObject(where);
        Model ??= step.TextAt("model_name");
        var results = step.ObjectAt("observation")?.Items("results", $"`observation` of {where}") ?? [];
        var content = new ContentReader(conversation, where).Read(step.Member("message"));
        var turn = MessageReader.Compose(step, ReadRole(step, where), content, conversation, where);
        conversation.Add(turn.Role == Role.Assistant ? Attribute(turn, step, results, where) : turn);
        foreach (var (index, result) in results.Index())
            conversation.Turn(where, () => ReadResult(result, $"result {index} of {where}"));
    }

    private static Role ReadRole(JsonElement step, string where) => step.Text("source", where) switch
    {
        "system" => Role.System,
        "user" => Role.User,
        "agent" => Role.Assistant,
        null => throw new ItemException($"{where} has no `source`"),
        var other => throw new ItemException($"{where} has the unknown source `{other}`; known are system, user, agent"),
    };

    private Message Attribute(Message turn, JsonElement step, IReadOnlyList<JsonElement> results, string where)
    {
        // Copied steps are read where they were written.
        if (step.Flag("is_copied_context", where) == true)
            return turn with { Author = Author.Prefill };
        if (step.Member("llm_call_count") is { ValueKind: JsonValueKind.Number } calls && calls.GetRawText() == "0")
            return turn with { Author = Author.Scaffold };
        if (!_isLabelled || turn.ToolCalls.Count == 0 || !(ActionLabel.IsOne(turn.Content) || results.Any(result => result.TextAt("content") == turn.Content)))
            return SpokenCalls.Hear(turn);
        var spoken = SpokenCalls.Hear(turn with { Content = "" });
        return spoken.HasText ? spoken : turn with { Author = Author.Scaffold };
    }

    private void ReadResult(JsonElement result, string place)
    {
        result.RequireObject(place);
        if (result.ListAt("subagent_trajectory_ref") is not null)
            conversation.Omit(place, "refers to another agent's conversation");
        if (result.Member("content") is { } content)
            conversation.Add(new Message(Role.Tool, new ContentReader(conversation, place).Read(content).Text) { ToolCallId = result.TextAt("source_call_id") ?? "" });
    }
}
