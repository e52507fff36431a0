using System.Text;
using System.Text.Json;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Judging;

/// <summary>What the assistant itself wrote in a turn.</summary>
internal static class SpokenWords
{
    /// <summary>Reasoning, text and the strings of all tool-call arguments, each beginning a line.</summary>
    public static string In(Message turn) =>
        string.Join('\n', [turn.Reasoning, turn.Content, .. turn.ToolCalls.SelectMany(In)]);

    /// <summary>The string values of the arguments, unescaped; the raw text where it is not JSON.</summary>
    public static IReadOnlyList<string> In(ToolCall call)
    {
        var strings = new List<string>();
        try
        {
            var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(call.Arguments));
            while (reader.Read())
            {
                if (reader.TokenType == JsonTokenType.String)
                    strings.Add(reader.GetString()!);
            }

            return strings;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return [call.Arguments];
        }
    }
}
