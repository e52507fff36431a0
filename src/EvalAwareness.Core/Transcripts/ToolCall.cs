namespace EvalAwareness.Core.Transcripts;

/// <summary>One call of a tool by the assistant.</summary>
/// <param name="Id">The id that the tool's answer refers to; empty when the source has none.</param>
/// <param name="Name">The tool's name.</param>
/// <param name="Arguments">The arguments as JSON text; not guaranteed to be valid JSON.</param>
public sealed record ToolCall(string Id, string Name, string Arguments);
