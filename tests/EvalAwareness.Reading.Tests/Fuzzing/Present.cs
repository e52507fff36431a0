using System.Text.Json;
using EvalAwareness.Reading.Files;
using EvalAwareness.Reading.Formats;

namespace EvalAwareness.Reading.Tests.Fuzzing;

/// <summary>How many conversations a file holds, counted without reading any.</summary>
internal static class Present
{
    private const int HeadLength = 256 << 10;

    /// <summary>Whether so many answers account for the file: one for each line or item where the format has a conversation in each; one at
    /// least for any other file, and none only for an empty list.</summary>
    public static bool IsAccountedFor(byte[] bytes, string? format, int answers)
    {
        var head = FileHead.Of(bytes.AsSpan(0, Math.Min(bytes.Length, HeadLength)));
        if (format is null || !KnownFormats.IsItemwise(format))
            return answers > 0 || ItemsOf(bytes) == 0;
        return head.Shape switch
        {
            FileShape.JsonLines => answers == LinesOf(bytes),
            FileShape.JsonArray when ItemsOf(bytes) is { } items => answers == items || answers == 1,
            _ => answers > 0,
        };
    }

    private static int LinesOf(byte[] bytes)
    {
        var lines = 0;
        foreach (var line in bytes.AsSpan().Split((byte)'\n'))
            lines += bytes.AsSpan()[line].Trim(" \t\r\n"u8).IsEmpty ? 0 : 1;
        return lines;
    }

    private static int? ItemsOf(byte[] bytes)
    {
        try
        {
            using var document = JsonDocument.Parse(bytes, new JsonDocumentOptions { MaxDepth = 10_000 });
            return document.RootElement.ValueKind == JsonValueKind.Array ? document.RootElement.GetArrayLength() : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
