using Microsoft.Extensions.AI;

namespace EvalAwareness.Endpoints;

/// <summary>Tells an answer that the protocol's client could not read from one that never came.</summary>
internal sealed class ReadableAnswers(IChatClient inner) : DelegatingChatClient(inner)
{
    public override async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken stop = default)
    {
        try
        {
            return await base.GetResponseAsync(messages, options, stop);
        }
        // The whole reply is here by now, and the clients throw whatever their readers stumble over: JsonException, ArgumentOutOfRangeException …
        // Their messages may quote the reply, so they are not shown.
        catch (Exception error) when (error is not (OperationCanceledException or EndpointException))
        {
            throw new EndpointException(EndpointFailure.Unreadable, $"an answer that is no chat completion ({error.GetType().Name})");
        }
    }
}
