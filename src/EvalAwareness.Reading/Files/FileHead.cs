using System.Text;

namespace EvalAwareness.Reading.Files;

/// <summary>What the beginning of a file shows: its shape, and sketches of the first JSON values in it.</summary>
/// <param name="Shape">How the file is laid out.</param>
/// <param name="Values">The first lines, the first items of the array, or the one object; none where it is not JSON.</param>
/// <param name="Text">The beginning as text.</param>
/// <param name="Refusal">What a <see cref="FileShape.Foreign"/> file is; otherwise null.</param>
internal sealed record FileHead(FileShape Shape, IReadOnlyList<JsonSketch> Values, string Text, string? Refusal)
{
    // Enough to meet the keys that tell formats apart behind a long prompt or a configuration.
    private const int Length = 256 << 10;

    private const int MostLines = 16;

    /// <summary>The first value; an empty sketch where there is none.</summary>
    public JsonSketch First => Values.Count > 0 ? Values[0] : JsonSketch.Nothing;

    public static FileHead Read(string path)
    {
        using var stream = File.OpenRead(path);
        var buffer = new byte[Length];
        var length = stream.ReadAtLeast(buffer, Length, throwOnEndOfStream: false);
        new PythonNumbers().Mend(buffer.AsSpan(0, length), 0);
        return Of(buffer.AsSpan(0, length));
    }

    public static FileHead Of(ReadOnlySpan<byte> head)
    {
        if (MagicBytes.ShapeOf(head) is { } binary)
            return new FileHead(binary, [], "", null);
        if (MagicBytes.ForeignKind(head) is { } foreign)
            return new FileHead(FileShape.Foreign, [], "", foreign);
        var text = ByteOrderMark.Trim(head);
        var shape = JsonShape.Of(text);
        return new FileHead(shape, Sketch(text, shape), Encoding.UTF8.GetString(text), null);
    }

    private static IReadOnlyList<JsonSketch> Sketch(ReadOnlySpan<byte> text, FileShape shape) => shape switch
    {
        FileShape.JsonLines => Lines(text),
        FileShape.JsonArray => JsonSketch.Of(text).Items,
        FileShape.JsonObject => [JsonSketch.Of(text)],
        _ => [],
    };

    private static List<JsonSketch> Lines(ReadOnlySpan<byte> text)
    {
        var sketches = new List<JsonSketch>();
        foreach (var line in text.Split((byte)'\n'))
        {
            if (sketches.Count == MostLines)
                break;
            if (!text[line].Trim(" \t\r"u8).IsEmpty)
                sketches.Add(JsonSketch.Of(text[line]));
        }
        return sketches;
    }
}
