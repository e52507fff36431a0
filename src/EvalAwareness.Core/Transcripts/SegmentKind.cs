namespace EvalAwareness.Core.Transcripts;

/// <summary>What a stretch of a transcript is; assistant text and reasoning together are the response.</summary>
public enum SegmentKind
{
    System,
    User,
    AssistantText,
    AssistantReasoning,
    ToolCall,
    ToolResult,
}
