using System.Buffers;
using System.Text;
using System.Text.Json;
using EvalAwareness.Reading.Writing;

namespace EvalAwareness.Reading.Json;

/// <summary>Writes small JSON values as text.</summary>
internal static class JsonText
{
    public static string ObjectOf(string key, string text) => Write(json => json.WriteString(key, text));

    /// <summary>The object but for some of its keys.</summary>
    public static string Without(JsonElement owner, params IEnumerable<string> keys) => Write(json =>
    {
        foreach (var member in owner.EnumerateObject().Where(member => !keys.Contains(member.Name)))
            member.WriteTo(json);
    });

    private static string Write(Action<Utf8JsonWriter> writeMembers)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(buffer, TranscriptJson.Plain))
        {
            json.WriteStartObject();
            writeMembers(json);
            json.WriteEndObject();
        }
        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
