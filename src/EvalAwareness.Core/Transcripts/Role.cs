namespace EvalAwareness.Core.Transcripts;

/// <summary>Who speaks in a message.</summary>
public enum Role
{
    System,
    User,
    Assistant,
    Tool,
}
