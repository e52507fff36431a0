using System.Text.Json;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.OpenAi;

/// <summary>Reads where an imported transcript stood before.</summary>
internal static class OriginReader
{
    private const string Where = "`metadata.source`";

    public static Origin? Read(JsonElement? metadata) =>
        metadata?.Member("source") is not { ValueKind: JsonValueKind.Object } source
            || source.Text("file", Where) is not { } file || source.Text("place", Where) is not { } place || source.Text("format", Where) is not { } format
            ? null
            : new Origin(file, place, format) { Model = source.Text("model", Where) };
}
