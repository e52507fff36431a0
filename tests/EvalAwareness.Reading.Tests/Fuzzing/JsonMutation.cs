using System.Text.Json;
using System.Text.Json.Nodes;
using EvalAwareness.Core.Randomness;

namespace EvalAwareness.Reading.Tests.Fuzzing;

/// <summary>Changes JSON at one place into other JSON, well formed or nearly so.</summary>
internal static class JsonMutation
{
    private const string Mark = "mark-of-the-place";

    private static readonly string[] Values =
    [
        "null", "true", "0", "-1", "1e308", "123456789012345678901234567890", "\"\"", "\" \"", "\"x\"", "[]", "{}", "[null]", "[[]]", "{\"\":{}}", "[{}]",
        "\"\\ud83d\"", "\"\\u0000\"", "\"assistant\"", "\"</think>\"",
        new string('[', 5_000) + new string(']', 5_000),
        string.Concat(Enumerable.Repeat("{\"a\":", 100)) + "1" + new string('}', 100),
        $"\"{new string('x', 300_000)}\"",
    ];

    /// <summary>The text with one value exchanged or one member taken away; null when it is no JSON with anything in it.</summary>
    public static string? Of(string json, KeyedRandom random)
    {
        if (Parse(json) is not { } root || Places(root).ToList() is not { Count: > 0 } places)
            return null;
        var (parent, key) = random.Pick(places);
        if (parent is JsonObject owner && random.NextBool(0.2))
        {
            owner.Remove((string)key);
            return root.ToJsonString();
        }
        // Exchanged as text, so that what takes the place need not be possible in a document.
        if (parent is JsonObject named)
            named[(string)key] = Mark;
        else
            ((JsonArray)parent)[(int)key] = Mark;
        return root.ToJsonString().Replace($"\"{Mark}\"", random.Pick(Values));
    }

    private static JsonNode? Parse(string json)
    {
        try
        {
            return JsonNode.Parse(json);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static IEnumerable<(JsonNode Parent, object Key)> Places(JsonNode node) => node switch
    {
        JsonObject members => members.ToList().SelectMany(member => Below(members, member.Key, member.Value)),
        JsonArray items => items.ToList().SelectMany((item, index) => Below(items, index, item)),
        _ => [],
    };

    private static IEnumerable<(JsonNode, object)> Below(JsonNode parent, object key, JsonNode? value) =>
        (value is null ? [] : Places(value)).Prepend((parent, key));
}
