using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Reading.Formats.Content;

/// <summary>What the content of one message holds.</summary>
/// <param name="Text">Visible text, its parts a line each.</param>
/// <param name="Reasoning">Readable reasoning.</param>
/// <param name="ToolCalls">Tools called within the content.</param>
/// <param name="ToolResults">Answers of tools within the content.</param>
internal sealed record MessageContent(
    string Text, string Reasoning, IReadOnlyList<ToolCall> ToolCalls, IReadOnlyList<ToolResult> ToolResults)
{
    public static MessageContent None { get; } = OfText("");

    public static MessageContent OfText(string text) => new(text, "", [], []);
}
