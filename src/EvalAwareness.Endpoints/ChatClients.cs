using System.ClientModel;
using System.ClientModel.Primitives;
using Anthropic;
using Microsoft.Extensions.AI;
using OpenAI;
using OpenAI.Chat;

namespace EvalAwareness.Endpoints;

/// <summary>Makes clients of chat models behind HTTP. They ask once: whoever uses them decides about asking again.</summary>
public static class ChatClients
{
    private const int DefaultMaxTokens = 1024;

    /// <param name="options">Which endpoint and model.</param>
    /// <param name="time">What dates in answers are held against.</param>
    public static IChatClient Create(EndpointOptions options, TimeProvider time)
    {
        // Whoever asks times each request.
        var http = new HttpClient(new ReplyHandler(options.ApiKey, time, new SocketsHttpHandler())) { Timeout = Timeout.InfiniteTimeSpan };
        return new ReadableAnswers(options.Kind == EndpointKind.Anthropic ? Anthropic(options, http) : OpenAi(options, http));
    }

    private static OpenAiFirstToken OpenAi(EndpointOptions options, HttpClient http)
    {
        var client = new OpenAIClientOptions
        {
            Endpoint = options.Address,
            Transport = new HttpClientPipelineTransport(http),
            RetryPolicy = new ClientRetryPolicy(maxRetries: 0),
            NetworkTimeout = Timeout.InfiniteTimeSpan,
        };
        // The client insists on a key; servers that want none do not look at it.
        var key = new ApiKeyCredential(options.ApiKey ?? "none");
        return new OpenAiFirstToken(new ChatClient(options.Model, key, client).AsIChatClient());
    }

    private static IChatClient Anthropic(EndpointOptions options, HttpClient http)
    {
        var client = new AnthropicClient
        {
            ApiKey = options.ApiKey,
            BaseUrl = options.Address.AbsoluteUri.TrimEnd('/'),
            HttpClient = http,
            MaxRetries = 0,
            Timeout = Timeout.InfiniteTimeSpan,
        };
        return client.AsIChatClient(options.Model, DefaultMaxTokens);
    }
}
