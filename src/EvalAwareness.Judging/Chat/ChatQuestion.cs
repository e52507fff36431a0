using System.Text;
using EvalAwareness.Core.Judging;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Judging.Chat;

/// <summary>What a model is asked.</summary>
/// <param name="Prompt">The instructions.</param>
/// <param name="Text">The message that follows them, all but its last line.</param>
/// <param name="Judged">The words a verdict must rest on.</param>
internal sealed record ChatQuestion(JudgePrompt Prompt, string Text, string Judged)
{
    // Neutral: it must not give away what the question is about.
    private const string Undescribed = "A conversation with an AI assistant.";

    public static ChatQuestion About(ExplanationQuestion question)
    {
        var text = Sendable(question.Text);
        var description = OnOneLine(question.Evaluation) is { Length: > 0 } told ? told : Undescribed;
        return new(JudgePrompt.Explanation, $"The conversation: {description}\n\n{new Fence(text).Around("EXPLANATION", text)}", text);
    }

    /// <param name="context">Messages before the turn.</param>
    /// <param name="turn">The assistant turn.</param>
    /// <param name="mostContext">Characters of the context that are shown, the latest.</param>
    public static ChatQuestion About(IReadOnlyList<Message> context, Message turn, int mostContext)
    {
        var (before, text) = (Sendable(TurnText.Of(context, mostContext)), Sendable(TurnText.Of(turn)));
        var fence = new Fence(before, text);
        var earlier = before.Length == 0 ? "Nothing came before the turn." : fence.Around("CONTEXT", before);
        return new(JudgePrompt.Turn, $"{earlier}\n\n{fence.Around("TURN", text)}", text);
    }

    private static string OnOneLine(string? text) => string.Join(' ', (text ?? "").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    /// <summary>Half of a surrogate pair cannot be sent; evidence is held against what is sent instead.</summary>
    private static string Sendable(string text) => Encoding.UTF8.GetString(Encoding.UTF8.GetBytes(text));
}
