using System.Text;
using System.Text.Json.Nodes;

namespace EvalAwareness.Tests.Chat;

/// <summary>What a chat server does with a request.</summary>
internal sealed record ChatServerReply(int Status, string Body)
{
    public string? RetryAfter { get; init; }

    public Drop Drop { get; init; }

    public TimeSpan Delay { get; init; }

    /// <summary>Whether somebody would pay for it.</summary>
    public bool IsAnswer => Status == 200 && Drop == Drop.Never;

    public byte[] ToBytes() => Encoding.UTF8.GetBytes(
        $"HTTP/1.1 {Status} Status\r\nContent-Type: application/json\r\n{(RetryAfter is null ? "" : $"Retry-After: {RetryAfter}\r\n")}"
        + $"Content-Length: {Encoding.UTF8.GetByteCount(Body)}\r\n\r\n{Body}");

    public static ChatServerReply Failing(int status, string? retryAfter = null) =>
        new(status, """{"error": {"message": "not now"}}""") { RetryAfter = retryAfter };

    public static ChatServerReply Dropped(Drop drop) => Text("the connection is dropped") with { Drop = drop };

    /// <summary>An OpenAI chat completion.</summary>
    public static ChatServerReply Text(string text, string finish = "stop", string? refusal = null, JsonNode? firstTokens = null)
    {
        var choice = new JsonObject
        {
            ["index"] = 0,
            ["finish_reason"] = finish,
            ["message"] = new JsonObject { ["role"] = "assistant", ["content"] = refusal is null ? text : null, ["refusal"] = refusal },
        };
        if (firstTokens is not null)
            choice["logprobs"] = new JsonObject { ["content"] = new JsonArray(firstTokens) };
        return new(200, new JsonObject
        {
            ["id"] = "a", ["object"] = "chat.completion", ["created"] = 1, ["model"] = "m", ["choices"] = new JsonArray(choice),
            ["usage"] = new JsonObject { ["prompt_tokens"] = 1000, ["completion_tokens"] = 100, ["total_tokens"] = 1100 },
        }.ToJsonString());
    }

    /// <summary>An Anthropic message.</summary>
    public static ChatServerReply Message(string text, string stop = "end_turn") => new(200, new JsonObject
    {
        ["id"] = "a", ["type"] = "message", ["role"] = "assistant", ["model"] = "m", ["stop_reason"] = stop, ["stop_sequence"] = null,
        ["content"] = new JsonArray(new JsonObject { ["type"] = "text", ["text"] = text }),
        ["usage"] = new JsonObject { ["input_tokens"] = 1000, ["output_tokens"] = 100 },
    }.ToJsonString());
}
