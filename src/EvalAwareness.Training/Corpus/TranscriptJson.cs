using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Training.Corpus;

/// <summary>Writes a transcript with its truth as one line of OpenAI-style JSON.</summary>
public static class TranscriptJson
{
    // Quotes and apostrophes stay readable: the lines are files, never part of a web page.
    internal static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line, without a line break.</summary>
    public static string ToLine(Transcript transcript)
    {
        var buffer = new ArrayBufferWriter<byte>(4096);
        using (var json = new Utf8JsonWriter(buffer, Plain))
        {
            json.WriteStartObject();
            json.WriteString("id", transcript.Id);
            json.WriteStartArray("messages");
            foreach (var message in transcript.Messages)
                WriteMessage(json, message);
            json.WriteEndArray();
            if (transcript.Truth is { } truth)
                WriteMetadata(json, truth);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void WriteMessage(Utf8JsonWriter json, Message message)
    {
        json.WriteStartObject();
        json.WriteString("role", RoleName(message.Role));
        json.WriteString("content", message.Content);
        if (message.Reasoning.Length > 0)
            json.WriteString("reasoning_content", message.Reasoning);
        if (message.ToolCalls.Count > 0)
            WriteCalls(json, message.ToolCalls);
        if (message.ToolCallId.Length > 0)
            json.WriteString("tool_call_id", message.ToolCallId);
        json.WriteEndObject();
    }

    private static void WriteCalls(Utf8JsonWriter json, IReadOnlyList<ToolCall> calls)
    {
        json.WriteStartArray("tool_calls");
        foreach (var call in calls)
        {
            json.WriteStartObject();
            json.WriteString("id", call.Id);
            json.WriteString("type", "function");
            json.WriteStartObject("function");
            json.WriteString("name", call.Name);
            json.WriteString("arguments", call.Arguments);
            json.WriteEndObject();
            json.WriteEndObject();
        }
        json.WriteEndArray();
    }

    private static void WriteMetadata(Utf8JsonWriter json, Truth truth)
    {
        json.WriteStartObject("metadata");
        json.WriteBoolean("label_aware", truth.Aware);
        json.WriteStartObject("truth");
        json.WriteBoolean("aware", truth.Aware);
        json.WriteBoolean("verbalized", truth.Verbalized);
        json.WriteNumber("cues", truth.Cues);
        json.WriteStartArray("sentences");
        foreach (var sentence in truth.Sentences)
            WriteSentence(json, sentence);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteSentence(Utf8JsonWriter json, SentenceTruth sentence)
    {
        json.WriteStartObject();
        json.WriteNumber("message", sentence.MessageIndex);
        json.WriteString("section", sentence.Section.Name());
        json.WriteNumber("start", sentence.Start);
        json.WriteNumber("end", sentence.End);
        json.WriteNumber("credence", sentence.Credence);
        json.WriteEndObject();
    }

    private static string RoleName(Role role) => role switch
    {
        Role.System => "system",
        Role.User => "user",
        Role.Assistant => "assistant",
        Role.Tool => "tool",
        _ => throw new ArgumentOutOfRangeException(nameof(role), role, null),
    };
}
