using System.Text.Json;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.Atif;

/// <summary>
/// A trajectory in the Agent Trajectory Interchange Format. A file that continues another is a conversation of its own, and so is that
/// of another agent. Its stable id is <c>trajectory_id</c>: files that continue each other share their session's.
/// </summary>
internal sealed class AtifShape : IConversationShape
{
    public string Name => "atif";

    public bool Matches(JsonElement value) =>
        value.TextAt("schema_version")?.StartsWith("ATIF", StringComparison.OrdinalIgnoreCase) == true && value.ListAt("steps") is not null;

    public Conversation Read(JsonElement value)
    {
        var builder = new ConversationBuilder();
        var steps = new StepReader(builder, value.TextAt("agent", "name") ?? "");
        builder.Turns(value.Items("steps", "the trajectory"), "step", steps.Read);
        builder.Turns(value.ListAt("subagent_trajectories")?.EnumerateArray() ?? default, "sub-agent trajectory",
            (_, place) => builder.Omit(place, "another agent's conversation"));
        return builder.Build() with
        {
            Id = value.TextAt("trajectory_id") is { } id && !string.IsNullOrWhiteSpace(id) ? id : null,
            Model = value.TextAt("agent", "model_name") ?? steps.Model,
        };
    }
}
