using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Reading.Writing;

/// <summary>Writes a transcript as one line of OpenAI-style JSON, which is read back as the same transcript.</summary>
public static class TranscriptJson
{
    /// <summary>Quotes and apostrophes stay readable: the lines are files, never part of a web page.</summary>
    public static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The line, without a line break.</summary>
    public static string ToLine(Transcript transcript) => Encoding.UTF8.GetString(ToUtf8(transcript).Span);

    /// <summary>The line in UTF-8, without a line break.</summary>
    public static ReadOnlyMemory<byte> ToUtf8(Transcript transcript)
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
            WriteMetadata(json, transcript);
            json.WriteEndObject();
        }
        return buffer.WrittenMemory;
    }

    private static void WriteMessage(Utf8JsonWriter json, Message message)
    {
        json.WriteStartObject();
        json.WriteString("role", message.Role.ToString().ToLowerInvariant());
        json.WriteString("content", message.Content);
        if (message.Reasoning.Length > 0)
            json.WriteString("reasoning_content", message.Reasoning);
        if (message.ToolCalls.Count > 0)
            WriteCalls(json, message.ToolCalls);
        if (message.ToolCallId.Length > 0)
            json.WriteString("tool_call_id", message.ToolCallId);
        if (message.Author is { } author)
            json.WriteString("author", author.Name());
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

    private static void WriteMetadata(Utf8JsonWriter json, Transcript transcript)
    {
        if (transcript is { LabelAware: null, Truth: null, Origin: null })
            return;
        json.WriteStartObject("metadata");
        if ((transcript.LabelAware ?? transcript.Truth?.Aware) is { } aware)
            json.WriteBoolean("label_aware", aware);
        if (transcript.Truth is { } truth)
            WriteTruth(json, truth);
        if (transcript.Origin is { } origin)
            WriteOrigin(json, origin);
        json.WriteEndObject();
    }

    private static void WriteTruth(Utf8JsonWriter json, Truth truth)
    {
        json.WriteStartObject("truth");
        json.WriteBoolean("aware", truth.Aware);
        json.WriteBoolean("verbalized", truth.Verbalized);
        json.WriteNumber("cues", truth.Cues);
        json.WriteStartArray("sentences");
        foreach (var sentence in truth.Sentences)
            WriteSentence(json, sentence);
        json.WriteEndArray();
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

    private static void WriteOrigin(Utf8JsonWriter json, Origin origin)
    {
        json.WriteStartObject("source");
        json.WriteString("file", origin.File);
        json.WriteString("place", origin.Place);
        json.WriteString("format", origin.Format);
        if (origin.Model is { } model)
            json.WriteString("model", model);
        json.WriteEndObject();
    }
}
