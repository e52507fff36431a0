using System.Text.Json;

namespace EvalAwareness.Reading.Files;

/// <summary>What the beginning of a JSON value shows: enough to tell formats apart, also where the value goes on behind it.</summary>
internal sealed class JsonSketch
{
    private const int MostMembers = 256;
    private const int MostItems = 4;
    private const int LongestText = 200;

    private readonly Dictionary<string, JsonSketch> _members = new(StringComparer.Ordinal);
    private readonly List<JsonSketch> _items = [];

    private JsonSketch(JsonValueKind kind, string? text = null)
    {
        Kind = kind;
        Text = text;
    }

    /// <summary>Of nothing at all.</summary>
    public static JsonSketch Nothing { get; } = new(JsonValueKind.Undefined);

    public JsonValueKind Kind { get; }

    /// <summary>A short string's text; null for everything else.</summary>
    public string? Text { get; }

    public IReadOnlyList<JsonSketch> Items => _items;

    public IReadOnlyCollection<string> Keys => _members.Keys;

    public bool IsObject => Kind == JsonValueKind.Object;

    public bool IsList => Kind == JsonValueKind.Array;

    public bool IsText => Kind == JsonValueKind.String;

    /// <summary>The member of that name; a sketch of nothing where none is seen.</summary>
    public JsonSketch this[string name] => _members.GetValueOrDefault(name, Nothing);

    public bool Has(string name) => _members.ContainsKey(name);

    public static JsonSketch Of(ReadOnlySpan<byte> json)
    {
        var reader = new Utf8JsonReader(json, isFinalBlock: false, default);
        try
        {
            return reader.Read() ? Draw(ref reader) : Nothing;
        }
        catch (JsonException)
        {
            return Nothing;
        }
    }

    /// <summary>Draws the value the reader stands on; what lies behind the head or a mistake stays undrawn.</summary>
    private static JsonSketch Draw(ref Utf8JsonReader reader)
    {
        var sketch = new JsonSketch(KindOf(reader.TokenType), TextOf(ref reader));
        try
        {
            if (reader.TokenType == JsonTokenType.StartObject)
                sketch.DrawMembers(ref reader);
            else if (reader.TokenType == JsonTokenType.StartArray)
                sketch.DrawItems(ref reader);
        }
        catch (JsonException)
        {
            // What was drawn so far stays.
        }
        return sketch;
    }

    private void DrawMembers(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = TextOf(ref reader);
            if (!reader.Read())
                return;
            var value = Draw(ref reader);
            if (name is not null && _members.Count < MostMembers)
                _members[name] = value;
        }
    }

    private void DrawItems(ref Utf8JsonReader reader)
    {
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            var item = Draw(ref reader);
            if (_items.Count < MostItems)
                _items.Add(item);
        }
    }

    private static string? TextOf(ref Utf8JsonReader reader)
    {
        if (reader.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName) || reader.ValueSpan.Length > LongestText)
            return null;
        try
        {
            return reader.GetString();
        }
        catch (InvalidOperationException)
        {
            // Not UTF-8, or half a character: nothing that names a format.
            return null;
        }
    }

    private static JsonValueKind KindOf(JsonTokenType token) => token switch
    {
        JsonTokenType.StartObject => JsonValueKind.Object,
        JsonTokenType.StartArray => JsonValueKind.Array,
        JsonTokenType.String => JsonValueKind.String,
        JsonTokenType.Number => JsonValueKind.Number,
        JsonTokenType.True => JsonValueKind.True,
        JsonTokenType.False => JsonValueKind.False,
        JsonTokenType.Null => JsonValueKind.Null,
        _ => JsonValueKind.Undefined,
    };
}
