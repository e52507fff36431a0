using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using EvalAwareness.Core;
using EvalAwareness.Reading.Files;

namespace EvalAwareness.Reading.Json;

/// <summary>Parses JSON from outside: half characters, broken UTF-8 and Python's numbers are mended, and nesting has a limit.</summary>
internal static class JsonValue
{
    // Beyond what tools write, and far from what a stack can take.
    private const int DeepestNesting = 256;

    private static readonly JsonDocumentOptions Options = new() { MaxDepth = DeepestNesting };

    /// <exception cref="ItemException">It is not JSON.</exception>
    public static JsonDocument Parse(ReadOnlyMemory<byte> json)
    {
        try
        {
            return JsonDocument.Parse(Mended(json), Options);
        }
        catch (JsonException broken)
        {
            throw new ItemException($"not JSON: {broken.Message}", broken);
        }
    }

    /// <summary>Parses JSON that stands in a string of other JSON; null when it is none.</summary>
    public static JsonDocument? TryParse(string json)
    {
        try
        {
            return Parse(Encoding.UTF8.GetBytes(json));
        }
        catch (ItemException)
        {
            return null;
        }
    }

    private static ReadOnlyMemory<byte> Mended(ReadOnlyMemory<byte> json)
    {
        if (!IsSound(json.Span))
            json = Encoding.UTF8.GetBytes(LoneSurrogates.Replace(json.Span));
        if (json.Span.IndexOf("NaN"u8) < 0 && json.Span.IndexOf("Infinity"u8) < 0)
            return json;
        var mended = json.ToArray();
        new PythonNumbers().Mend(mended, 0);
        return mended;
    }

    private static bool IsSound(ReadOnlySpan<byte> json) =>
        json.IndexOf("\\ud"u8) < 0 && json.IndexOf("\\uD"u8) < 0 && Utf8.IsValid(json);
}
