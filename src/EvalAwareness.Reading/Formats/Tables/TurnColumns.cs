namespace EvalAwareness.Reading.Formats.Tables;

/// <summary>The columns that a message a row is read from.</summary>
/// <param name="Role">Who speaks.</param>
/// <param name="Content">The text.</param>
/// <param name="Reasoning">Reasoning apart from it.</param>
/// <param name="ToolCalls">Tools called, as JSON.</param>
/// <param name="ToolCallId">The call that a tool's message answers.</param>
/// <param name="Index">The message's place in its conversation.</param>
internal sealed record TurnColumns(int Role, int Content, int? Reasoning, int? ToolCalls, int? ToolCallId, int? Index);
