using System.Text.Json;
using System.Text.Unicode;
using EvalAwareness.Core;

namespace EvalAwareness.Inference.Checkpoints;

/// <summary>Reads the JSON files of a checkpoint, which come from somebody else.</summary>
internal static class JsonFile
{
    /// <returns>The object that the file holds; valid as long as the program runs.</returns>
    /// <exception cref="RefusedException">The file is missing or no JSON object.</exception>
    public static JsonElement Read(string path)
    {
        if (!File.Exists(path))
            throw new RefusedException($"{path}: the file does not exist; a checkpoint is a Hugging Face folder.");
        var bytes = File.ReadAllBytes(path);
        if (!Utf8.IsValid(bytes))
            throw new RefusedException($"{path}: no JSON (it is not valid UTF-8).");
        try
        {
            var root = JsonDocument.Parse(bytes).RootElement;
            if (UnreadableName(bytes) is { } position)
                throw new RefusedException($"{path}: the name at byte {position} is not valid Unicode.");
            return root.ValueKind == JsonValueKind.Object ? root : throw new RefusedException($"{path}: no JSON object.");
        }
        catch (JsonException error)
        {
            throw new RefusedException($"{path}: no JSON ({error.Message})", error);
        }
    }

    /// <summary>Where a name escapes half of a surrogate pair, which no string may hold: it would stop every search for another name.</summary>
    private static long? UnreadableName(byte[] bytes)
    {
        var reader = new Utf8JsonReader(bytes);
        while (reader.Read())
        {
            if (reader.TokenType == JsonTokenType.PropertyName && reader.ValueIsEscaped && !IsReadable(reader))
                return reader.TokenStartIndex;
        }
        return null;
    }

    private static bool IsReadable(Utf8JsonReader name)
    {
        try
        {
            return name.GetString() is not null;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
