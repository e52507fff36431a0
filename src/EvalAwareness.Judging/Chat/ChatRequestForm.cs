using EvalAwareness.Endpoints;
using Microsoft.Extensions.AI;

namespace EvalAwareness.Judging.Chat;

/// <summary>Questions as requests.</summary>
internal sealed class ChatRequestForm(ChatJudgeOptions options)
{
    private const int OneWord = 4;

    public static IReadOnlyList<ChatMessage> ForVerdict(ChatQuestion question) =>
        Messages(question.Prompt.Text, question, "Answer with the JSON object.");

    public static IReadOnlyList<ChatMessage> ForFirstToken(ChatQuestion question) =>
        Messages(question.Prompt.FirstTokenText, question, $"Answer with one word: {string.Join(", ", question.Prompt.Words)}.");

    public ChatOptions VerdictOptions(JudgePrompt prompt) => new()
    {
        Temperature = (float?)options.Temperature,
        MaxOutputTokens = options.MaxTokens,
        ResponseFormat = options.Format == AnswerFormat.JsonSchema ? AnswerSchema.For(prompt) : null,
        // Read by the OpenAI client: the schema is kept to, not only aimed at.
        AdditionalProperties = options.Format == AnswerFormat.JsonSchema ? new() { ["strict"] = true } : null,
    };

    /// <summary>The distribution is the model's own, at temperature 1, whatever is sampled.</summary>
    public ChatOptions FirstTokenOptions() => FirstToken.Ask(new ChatOptions { Temperature = options.Temperature is null ? null : 1, MaxOutputTokens = OneWord });

    // The last line comes after everything that is not to be obeyed.
    private static IReadOnlyList<ChatMessage> Messages(string instructions, ChatQuestion question, string ask) =>
        [new(ChatRole.System, instructions), new(ChatRole.User, $"{question.Text}\n\n{ask}")];
}
