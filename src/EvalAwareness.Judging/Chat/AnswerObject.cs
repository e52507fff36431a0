using System.Text;
using System.Text.Json;

namespace EvalAwareness.Judging.Chat;

/// <summary>The last JSON object of an answer that has a verdict.</summary>
/// <param name="Source">The object as the model wrote it.</param>
/// <param name="Verdict">What stands under <c>verdict</c>; null for anything but text.</param>
/// <param name="Evidence">The texts under <c>evidence</c>.</param>
/// <param name="Reasoning">The text under <c>reasoning</c>.</param>
internal sealed record AnswerObject(string Source, string? Verdict, IReadOnlyList<string> Evidence, string Reasoning)
{
    private const string VerdictKey = "verdict";
    private const string QuotedKey = $"\"{VerdictKey}\"";

    /// <summary>Reads the answer from its beginning, object after object: what stands inside another, or inside a string, is no object of its own.</summary>
    /// <returns>Null where there is none, or where a later verdict cannot be read.</returns>
    public static AnswerObject? LastIn(string answer)
    {
        var bytes = Encoding.UTF8.GetBytes(answer);
        AnswerObject? last = null;
        var end = 0;
        for (var start = Array.IndexOf(bytes, (byte)'{'); start >= 0; start = Array.IndexOf(bytes, (byte)'{', start))
        {
            if (LengthOfObject(bytes.AsSpan(start)) is not { } length)
            {
                start++;
                continue;
            }
            if (Read(bytes.AsMemory(start, length)) is { } found)
                (last, end) = (found, start + length);
            start += length;
        }
        return bytes.AsSpan(end).IndexOf(Encoding.UTF8.GetBytes(QuotedKey)) < 0 ? last : null;
    }

    private static int? LengthOfObject(ReadOnlySpan<byte> bytes)
    {
        try
        {
            var reader = new Utf8JsonReader(bytes, isFinalBlock: false, new JsonReaderState(new JsonReaderOptions { AllowTrailingCommas = true }));
            return reader.Read() && reader.TrySkip() ? (int)reader.BytesConsumed : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static AnswerObject? Read(ReadOnlyMemory<byte> json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { AllowTrailingCommas = true });
        var root = document.RootElement;
        return root.TryGetProperty(VerdictKey, out var verdict)
            ? new AnswerObject(Encoding.UTF8.GetString(json.Span), Text(verdict), [.. Texts(root, "evidence")], Texts(root, "reasoning").FirstOrDefault() ?? "")
            : null;
    }

    private static IEnumerable<string> Texts(JsonElement answer, string key) => !answer.TryGetProperty(key, out var value) ? []
        : value.ValueKind == JsonValueKind.Array ? value.EnumerateArray().Select(Text).OfType<string>()
        : Text(value) is { } text ? [text]
        : [];

    /// <summary>Null for what is not text, and for text with half of a surrogate pair in it.</summary>
    private static string? Text(JsonElement value)
    {
        try
        {
            return value.ValueKind == JsonValueKind.String ? value.GetString() : null;
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
