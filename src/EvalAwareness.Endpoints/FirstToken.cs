using Microsoft.Extensions.AI;

namespace EvalAwareness.Endpoints;

/// <summary>Asks for, and finds, what an answer could have begun with. A client that cannot tell answers without.</summary>
public static class FirstToken
{
    /// <summary>How many of the most probable tokens are asked for: the most that OpenAI gives.</summary>
    public const int Alternatives = 20;

    private const string Key = "evalaware.first_token";

    public static ChatOptions Ask(ChatOptions options)
    {
        var asking = options.Clone();
        (asking.AdditionalProperties ??= [])[Key] = true;
        return asking;
    }

    public static bool IsAsked(ChatOptions? options) => options?.AdditionalProperties?.ContainsKey(Key) == true;

    /// <summary>The options for a client that would send what it does not know.</summary>
    public static ChatOptions Without(ChatOptions options)
    {
        var plain = options.Clone();
        plain.AdditionalProperties?.Remove(Key);
        return plain;
    }

    public static void Tell(ChatResponse response, IReadOnlyList<TokenProbability> tokens) =>
        (response.AdditionalProperties ??= [])[Key] = tokens;

    /// <returns>Null where the model behind the client does not tell.</returns>
    public static IReadOnlyList<TokenProbability>? In(ChatResponse response) =>
        response.AdditionalProperties?.TryGetValue(Key, out var tokens) == true ? (IReadOnlyList<TokenProbability>?)tokens : null;
}
