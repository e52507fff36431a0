using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace EvalAwareness.Tests.Chat;

/// <summary>What a chat server was asked.</summary>
/// <param name="Headers">Of the request, as they came.</param>
/// <param name="Body">Its JSON.</param>
internal sealed record ChatServerRequest(string Headers, JsonNode Body)
{
    private const string HeadEnd = "\r\n\r\n";
    private const string Length = "Content-Length: ";

    /// <summary>The last message.</summary>
    public string Question => TextOf(Body["messages"]!.AsArray()[^1]!["content"]!);

    /// <summary>The system's message.</summary>
    public string Instructions => TextOf(Body["system"] ?? Body["messages"]![0]!["content"]!);

    /// <returns>Null where the connection ends.</returns>
    public static async Task<ChatServerRequest?> ReadAsync(Stream stream)
    {
        var (bytes, buffer) = (new MemoryStream(), new byte[16_384]);
        while (true)
        {
            var read = await stream.ReadAsync(buffer);
            if (read == 0)
                return null;
            bytes.Write(buffer, 0, read);
            if (Parse(bytes.ToArray()) is { } request)
                return request;
        }
    }

    /// <returns>Null while a part is missing.</returns>
    private static ChatServerRequest? Parse(byte[] bytes)
    {
        var head = bytes.AsSpan().IndexOf(Encoding.ASCII.GetBytes(HeadEnd));
        if (head < 0)
            return null;
        var headers = Encoding.ASCII.GetString(bytes, 0, head);
        var body = bytes.AsMemory(head + HeadEnd.Length);
        return body.Length < int.Parse(headers.Split(Length)[1].Split("\r\n")[0]) ? null : new(headers, JsonNode.Parse(body.Span)!);
    }

    // OpenAI's content is text, Anthropic's a list of parts.
    private static string TextOf(JsonNode content) => content.GetValueKind() == JsonValueKind.String
        ? content.GetValue<string>()
        : string.Concat(content.AsArray().Select(part => part!["text"]!.GetValue<string>()));
}
