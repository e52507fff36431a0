using System.Buffers;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using EvalAwareness.Core;
using EvalAwareness.Reading.Files;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.Inspect;

/// <summary>Long texts and files that a sample keeps apart: a string that names one by its hash, or by its place among them, stands for it.</summary>
internal sealed partial class Attachments
{
    private static readonly string[] FileParts = ["image", "audio", "video", "document", "data"];
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonDocumentOptions AnyDepth = new() { MaxDepth = 1000 };

    // Null for what is no text.
    private readonly Dictionary<string, string?> _texts = [];

    /// <exception cref="ItemException">They are no object.</exception>
    public static Attachments Of(JsonElement sample)
    {
        var attachments = new Attachments();
        if (sample.Member("attachments", JsonValueKind.Object, "an object", "the sample") is { } all)
        {
            foreach (var attachment in all.EnumerateObject())
                attachments._texts[attachment.Name] = attachment.Value.ValueKind == JsonValueKind.String ? attachment.Value.GetString() : null;
        }
        return attachments;
    }

    /// <summary>The names that occur in JSON.</summary>
    public static HashSet<string> NamedIn(ReadOnlySpan<byte> json) =>
        [.. Reference.Matches(Encoding.UTF8.GetString(json)).Select(match => match.Groups[1].Value)];

    /// <summary>The attachment, or null in its place when it is the bytes of a file, which nobody reads.</summary>
    public static byte[]? WithoutFile(byte[]? attachment) => attachment?.AsSpan().StartsWith("\"data:"u8) == true ? [.. "null"u8] : attachment;

    /// <summary>The message with the texts it stands for in it; pictures and the like stay names.</summary>
    /// <exception cref="ItemException">One of them is missing or no text.</exception>
    public JsonElement Resolve(JsonElement message, string where)
    {
        if (JsonMarshal.GetRawUtf8Value(message).IndexOf("attachment:"u8) < 0)
            return message;
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, Plain))
            Write(message, json, where);
        return JsonElement.Parse(buffer.WrittenSpan, AnyDepth);
    }

    private void Write(JsonElement value, Utf8JsonWriter json, string where)
    {
        if (json.BytesCommitted + json.BytesPending > SourceItem.Limit)
            throw new ItemException(SourceItem.TooLong($"{where} with its attachments"));
        switch (value.ValueKind)
        {
            case JsonValueKind.Object when !IsFilePart(value):
                json.WriteStartObject();
                foreach (var member in value.EnumerateObject())
                {
                    json.WritePropertyName(member.Name);
                    Write(member.Value, json, where);
                }
                json.WriteEndObject();
                break;
            case JsonValueKind.Array:
                json.WriteStartArray();
                foreach (var item in value.EnumerateArray())
                    Write(item, json, where);
                json.WriteEndArray();
                break;
            case JsonValueKind.String:
                json.WriteStringValue(Resolve(value.GetString()!, where));
                break;
            default:
                value.WriteTo(json);
                break;
        }
    }

    private string Resolve(string text, string where) => Reference.Match(text) switch
    {
        { Success: true } match when match.Length == text.Length => !_texts.TryGetValue(match.Groups[1].Value, out var attached)
            ? throw new ItemException($"{where} names the attachment {match.Groups[1].Value}, which the sample does not hold")
            : attached ?? throw new ItemException($"{where} names the attachment {match.Groups[1].Value} where text is expected; it is a file"),
        _ => text,
    };

    private static bool IsFilePart(JsonElement value) =>
        value.Member("type") is { ValueKind: JsonValueKind.String } type && FileParts.Contains(type.GetString());

    [GeneratedRegex("attachment://([0-9a-f]{32}|[0-9]+)")]
    private static partial Regex Reference { get; }
}
