namespace EvalAwareness.Reading.Formats.Content;

/// <summary>What a tool answered.</summary>
/// <param name="CallId">The call it answers; empty when unknown.</param>
/// <param name="Text">The answer.</param>
internal sealed record ToolResult(string CallId, string Text);
