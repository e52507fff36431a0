using System.Text.Json;

namespace EvalAwareness.Reading.Files;

/// <summary>Tells JSON lines, one array, one object and plain text apart.</summary>
internal static class JsonShape
{
    private const byte NewLine = (byte)'\n';

    public static FileShape Of(ReadOnlySpan<byte> text)
    {
        var json = text.TrimStart(" \t\r\n"u8);
        if (json.IsEmpty)
            return FileShape.Empty;
        var end = EndOfFirstValue(json);
        return json[0] switch
        {
            // A list in each line is a list of lists; one list alone is the array of the file.
            (byte)'[' => IsOneLine(json, end) && IsFollowed(json, end) ? FileShape.JsonLines : FileShape.JsonArray,
            (byte)'{' => IsOneLine(json, end) ? FileShape.JsonLines : FileShape.JsonObject,
            _ => IsLine(json, end) || IsBrokenFirstLine(json) ? FileShape.JsonLines : FileShape.Text,
        };
    }

    private static bool IsLine(ReadOnlySpan<byte> json, int? end) =>
        end is { } behind && (behind == json.Length || json[behind] is NewLine or (byte)'\r');

    /// <summary>Whether an object fills the second line: a broken first line must not hide the others.</summary>
    private static bool IsBrokenFirstLine(ReadOnlySpan<byte> json)
    {
        var second = json[(json.IndexOf(NewLine) + 1)..].TrimStart(" \t\r\n"u8);
        return json.Contains(NewLine) && second.StartsWith("{"u8) && IsOneLine(second, EndOfFirstValue(second));
    }

    /// <summary>Whether the first value holds no line break: one that is cut off or broken before its first line ends counts as a line.</summary>
    private static bool IsOneLine(ReadOnlySpan<byte> json, int? end)
    {
        var line = json.IndexOf(NewLine);
        return line < 0 || (end is { } behind ? behind <= line : !IsWhole(json[..(line + 1)]));
    }

    /// <summary>Whether all tokens of <paramref name="line"/> are sound, so that the value goes on behind it.</summary>
    private static bool IsWhole(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line, isFinalBlock: false, default);
        try
        {
            while (reader.Read())
            {
                // To the end.
            }
            return line[(int)reader.BytesConsumed..].Trim(" \t\r\n"u8).IsEmpty;
        }
        catch (JsonException)
        {
            return false;
        }
    }

    private static bool IsFollowed(ReadOnlySpan<byte> json, int? end) => end is { } behind && !json[behind..].Trim(" \t\r\n"u8).IsEmpty;

    /// <summary>Where the first value ends; null when it is broken or goes on behind the head.</summary>
    private static int? EndOfFirstValue(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, default);
        try
        {
            return reader.Read() && reader.TrySkip() ? (int)reader.BytesConsumed : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
