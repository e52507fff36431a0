using Microsoft.Extensions.AI;

namespace EvalAwareness.Judging.Chat;

/// <summary>What a model answered, as far as a verdict depends on it.</summary>
/// <param name="Text">Its words.</param>
/// <param name="Ending">Why there are no more.</param>
internal sealed record ChatReply(string Text, ReplyEnding Ending)
{
    public static ChatReply Of(ChatResponse response)
    {
        // OpenAI's protocol puts a refusal beside the text.
        if (response.Messages.SelectMany(message => message.Contents).OfType<ErrorContent>().FirstOrDefault() is { } refusal)
            return new(refusal.Message ?? "", ReplyEnding.Declined);
        if (response.FinishReason == ChatFinishReason.ContentFilter)
            return new(response.Text, ReplyEnding.Declined);
        return new(response.Text, response.FinishReason == ChatFinishReason.Length ? ReplyEnding.CutOff : ReplyEnding.Whole);
    }
}
