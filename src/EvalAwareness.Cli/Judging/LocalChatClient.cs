using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using System.Text;
using EvalAwareness.Core;
using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Models;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Endpoints;
using EvalAwareness.Inference.Chat;
using EvalAwareness.Pipeline.Running;
using Microsoft.Extensions.AI;

namespace EvalAwareness.Cli.Judging;

/// <summary>A checkpoint on the program's own engine as a chat client: one answer after the other, on a thread of its own.</summary>
internal sealed class LocalChatClient(ChatModel model) : IChatClient
{
    private readonly EngineThread _thread = new();

    public async Task<ChatResponse> GetResponseAsync(IEnumerable<ChatMessage> messages, ChatOptions? options = null, CancellationToken stop = default)
    {
        List<Message> conversation = [.. messages.Select(message => new Message(RoleOf(message.Role), message.Text))];
        var firstTokens = FirstToken.IsAsked(options) ? FirstToken.Alternatives : 0;
        try
        {
            return Response(await _thread.RunAsync(() => model.Complete(conversation, Sampling(options), Key(conversation), firstTokens, stop)));
        }
        catch (ItemException error)
        {
            throw new EndpointException(EndpointFailure.Question, error.Message, error);
        }
    }

    public async IAsyncEnumerable<ChatResponseUpdate> GetStreamingResponseAsync(
        IEnumerable<ChatMessage> messages, ChatOptions? options = null, [EnumeratorCancellation] CancellationToken stop = default)
    {
        foreach (var update in (await GetResponseAsync(messages, options, stop)).ToChatResponseUpdates())
            yield return update;
    }

    public object? GetService(Type serviceType, object? serviceKey = null) => serviceKey is null && serviceType.IsInstanceOfType(this) ? this : null;

    public void Dispose()
    {
        _thread.Dispose();
        model.Dispose();
    }

    private static ChatResponse Response(ChatCompletion completion)
    {
        var response = new ChatResponse(new ChatMessage(ChatRole.Assistant, completion.Text))
        {
            FinishReason = completion.Stopped ? ChatFinishReason.Stop : ChatFinishReason.Length,
            Usage = new UsageDetails { InputTokenCount = completion.PromptTokens, OutputTokenCount = completion.GeneratedTokens },
        };
        if (completion.FirstTokens.Count > 0)
            FirstToken.Tell(response, [.. completion.FirstTokens.Select(token => new TokenProbability(token.Text, token.Probability))]);
        return response;
    }

    private static SamplingOptions Sampling(ChatOptions? options)
    {
        var defaults = new SamplingOptions();
        return new SamplingOptions
        {
            Temperature = options?.Temperature ?? defaults.Temperature,
            TopP = options?.TopP ?? defaults.TopP,
            MaxNewTokens = options?.MaxOutputTokens ?? defaults.MaxNewTokens,
        };
    }

    /// <summary>The same conversation is always answered with the same random numbers.</summary>
    private static SampleKey Key(IEnumerable<Message> conversation) => new(
        0, Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\0', conversation.Select(message => $"{message.Role}\0{message.Content}"))))), "chat", 0, 0);

    private static Role RoleOf(ChatRole role) => role == ChatRole.System ? Role.System
        : role == ChatRole.Assistant ? Role.Assistant
        : role == ChatRole.Tool ? Role.Tool
        : Role.User;
}
