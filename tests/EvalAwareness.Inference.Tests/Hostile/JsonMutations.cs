using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;

namespace EvalAwareness.Inference.Tests.Hostile;

/// <summary>Fields that are missing, of another type, extreme, renamed, written twice or exchanged.</summary>
internal static class JsonMutations
{
    private const string Place = "\"MUTATED\"";

    public static byte[] Mutate(byte[] file, Random random) =>
        random.Next(4) == 0 ? TextMutations.Mutate(file, random) : Encoding.UTF8.GetBytes(Mutate(Encoding.UTF8.GetString(file), random, Junk.Value));

    /// <param name="json">An object.</param>
    /// <param name="random">Chooses what is done, and where.</param>
    /// <param name="value">Values to put in the place of others, as text.</param>
    public static string Mutate(string json, Random random, Func<Random, string> value)
    {
        var root = JsonNode.Parse(json)!;
        var node = RandomNode(root, random);
        var junk = random.Next(5) switch
        {
            0 when node.Parent is JsonObject parent => Remove(parent, node),
            1 when node.Parent is JsonObject => Twice(node, value(random)),
            2 when node is JsonValue leaf && leaf.TryGetValue<double>(out var number) => Replace(node, Near(number, random)),
            3 => Replace(node, RandomNode(root, random).ToJsonString()),
            _ => Replace(node, value(random)),
        };
        return root.ToJsonString().Replace(Place, junk, StringComparison.Ordinal);
    }

    /// <summary>Seldom one of the thousands in a vocabulary or a table of tensors.</summary>
    private static JsonNode RandomNode(JsonNode root, Random random)
    {
        var node = root;
        while (Children(node) is { Count: > 0 } children && (node == root || random.Next(4) > 0))
            node = children[random.Next(children.Count)];
        return node;
    }

    private static List<JsonNode> Children(JsonNode node) => node switch
    {
        JsonObject map => [.. map.Select(member => member.Value).OfType<JsonNode>()],
        JsonArray list => [.. list.OfType<JsonNode>()],
        _ => [],
    };

    private static string Remove(JsonObject parent, JsonNode node)
    {
        parent.Remove(node.GetPropertyName());
        return "";
    }

    private static string Replace(JsonNode node, string junk)
    {
        if (node.Parent is null)
            return junk;
        node.ReplaceWith(JsonNode.Parse(Place));
        return junk;
    }

    private static string Twice(JsonNode node, string junk)
    {
        var name = JsonValue.Create(node.GetPropertyName()).ToJsonString();
        var kept = node.ToJsonString();
        return Replace(node, $"{kept}, {name}: {junk}");
    }

    private static string Near(double number, Random random) =>
        ((double[])[number + 1, number - 1, -number, number * 2, number / 2, number * 1e9])[random.Next(6)].ToString("r", CultureInfo.InvariantCulture);
}
