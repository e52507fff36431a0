namespace EvalAwareness.Core.Transcripts;

/// <summary>Names of segment kinds as they stand in files, and questions about them.</summary>
public static class SegmentKinds
{
    private static readonly Dictionary<string, SegmentKind> ByName = Enum.GetValues<SegmentKind>().ToDictionary(Name);

    /// <summary>The snake_case name used in every table and JSON file.</summary>
    public static string Name(this SegmentKind kind) => kind switch
    {
        SegmentKind.System => "system",
        SegmentKind.User => "user",
        SegmentKind.AssistantText => "text",
        SegmentKind.AssistantReasoning => "reasoning",
        SegmentKind.ToolCall => "tool_call",
        SegmentKind.ToolResult => "tool_result",
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, null),
    };

    /// <summary>The kind that <paramref name="name"/> stands for, or null when no kind is called so.</summary>
    public static SegmentKind? Parse(string name) => ByName.TryGetValue(name, out var kind) ? kind : null;

    /// <summary>What the visible text of a message is.</summary>
    public static SegmentKind OfText(Role role) => role switch
    {
        Role.System => SegmentKind.System,
        Role.User => SegmentKind.User,
        Role.Assistant => SegmentKind.AssistantText,
        _ => SegmentKind.ToolResult,
    };

    /// <summary>Whether the model's own words, tool calls excluded, are of this kind.</summary>
    public static bool IsResponse(this SegmentKind kind) => kind is SegmentKind.AssistantText or SegmentKind.AssistantReasoning;
}
