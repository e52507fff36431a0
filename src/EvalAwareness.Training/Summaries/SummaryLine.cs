using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using EvalAwareness.Training.Activations;

namespace EvalAwareness.Training.Summaries;

/// <summary>Reads and writes <c>{"doc_id", "position", "summary"}</c>, or <c>"dropped"</c> in place of the summary.</summary>
internal static class SummaryLine
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Format(SummaryRecord record)
    {
        var json = new JsonObject { ["doc_id"] = record.Key.DocumentId, ["position"] = record.Key.Position };
        json[record.Summary is null ? "dropped" : "summary"] = record.Summary ?? record.Dropped;
        return json.ToJsonString(Plain);
    }

    /// <returns>Null for a line that is none.</returns>
    public static SummaryRecord? Parse(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return Read(json.RootElement);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static SummaryRecord? Read(JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object || Text(line, "doc_id") is not { } id
            || !line.TryGetProperty("position", out var position) || position.ValueKind != JsonValueKind.Number || !position.TryGetInt32(out var index))
            return null;
        var key = new ActivationKey(id, index);
        if (Text(line, "dropped") is { } dropped)
            return new SummaryRecord(key, null, dropped);
        if (Text(line, "summary") is not { } text)
            return null;
        var (summary, reason) = SummaryText.Read(text);
        return new SummaryRecord(key, summary, reason);
    }

    private static string? Text(JsonElement line, string field) =>
        line.TryGetProperty(field, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
