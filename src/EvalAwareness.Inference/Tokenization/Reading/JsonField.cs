using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Inference.Checkpoints;

namespace EvalAwareness.Inference.Tokenization.Reading;

/// <summary>A value in a JSON file that knows where it stands, so that a refusal can name file and field.</summary>
/// <param name="Path">Null for the whole file.</param>
internal readonly record struct JsonField(string File, JsonPath? Path, JsonElement Value)
{
    /// <summary>Reads a whole file; its fields stay valid as long as the program runs.</summary>
    public static JsonField ReadFile(string path) => new(path, null, JsonFile.Read(path));

    /// <summary>A member that may be missing or null.</summary>
    public JsonField? Optional(string name) =>
        As(JsonValueKind.Object).Value.TryGetProperty(name, out var member) && member.ValueKind != JsonValueKind.Null
            ? new JsonField(File, new JsonPath(Path, name), member)
            : null;

    public JsonField Required(string name) =>
        Optional(name) ?? throw Refusal($"{new JsonPath(Path, name)} is missing");

    public bool IsArray => Value.ValueKind == JsonValueKind.Array;

    public string Text()
    {
        try
        {
            return As(JsonValueKind.String).Value.GetString()!;
        }
        catch (InvalidOperationException problem)
        {
            throw Refuse($"is not valid Unicode: {problem.Message}");
        }
    }

    public double Number() => As(JsonValueKind.Number).Value.GetDouble();

    public int Integer() =>
        As(JsonValueKind.Number).Value.TryGetInt32(out var number) ? number : throw Refuse("is not a whole number");

    public bool Flag() => Value.ValueKind switch
    {
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        _ => throw Refuse("is not true or false"),
    };

    public bool Flag(string name, bool missing = false) => Optional(name)?.Flag() ?? missing;

    public IEnumerable<JsonField> Items()
    {
        var (file, path) = (File, Path);
        return As(JsonValueKind.Array).Value.EnumerateArray()
            .Select((item, index) => new JsonField(file, new JsonPath(path, null, index), item));
    }

    public IEnumerable<(string Name, JsonField Value)> Members()
    {
        var (file, path) = (File, Path);
        return As(JsonValueKind.Object).Value.EnumerateObject()
            .Select(member => (member.Name, new JsonField(file, new JsonPath(path, member.Name), member.Value)));
    }

    public JsonField As(JsonValueKind kind) =>
        Value.ValueKind == kind ? this : throw Refuse($"is not a JSON {kind.ToString().ToLowerInvariant()}");

    public RefusedException Refuse(string problem) => Refusal($"{Path?.ToString() ?? "the file"} {problem}");

    private RefusedException Refusal(string problem) => new($"{File}: {problem}");
}
