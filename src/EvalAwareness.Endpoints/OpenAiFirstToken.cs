using Microsoft.Extensions.AI;
using OpenAI.Chat;
using ChatMessage = Microsoft.Extensions.AI.ChatMessage;

namespace EvalAwareness.Endpoints;

/// <summary>First tokens as OpenAI's protocol gives them: log probabilities beside the answer, where the server keeps them.</summary>
internal sealed class OpenAiFirstToken(IChatClient inner) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken stop = default)
    {
        if (options is null || !FirstToken.IsAsked(options))
            return await base.GetResponseAsync(messages, options, stop);
        var asking = FirstToken.Without(options);
        asking.RawRepresentationFactory = _ => new ChatCompletionOptions { IncludeLogProbabilities = true, TopLogProbabilityCount = FirstToken.Alternatives };
        var response = await base.GetResponseAsync(messages, asking, stop);
        if (response.RawRepresentation is ChatCompletion { ContentTokenLogProbabilities: [var first, ..] })
            FirstToken.Tell(response, Tokens(first));
        return response;
    }

    private static IReadOnlyList<TokenProbability> Tokens(ChatTokenLogProbabilityDetails first) =>
    [
        .. first.TopLogProbabilities.Select(token => new TokenProbability(token.Token, Math.Exp(token.LogProbability)))
            .DefaultIfEmpty(new TokenProbability(first.Token, Math.Exp(first.LogProbability))),
    ];
}
