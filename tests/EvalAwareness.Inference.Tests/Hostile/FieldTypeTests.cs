using System.Text;
using System.Text.Json.Nodes;
using EvalAwareness.Core;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Tests.Parity;

namespace EvalAwareness.Inference.Tests.Hostile;

/// <summary>One field after the other holds what it cannot: where that matters, a line names file and field.</summary>
public sealed class FieldTypeTests
{
    private const string Wrong = """{"a": [1]}""";

    public static TheoryData<string, string, int> Files() => new(
        from pair in ParityPair.Names()
        from file in ((string Name, int Read)[])[("config.json", 10), ("generation_config.json", 1), ("tokenizer.json", 15), ("tokenizer_config.json", 1)]
        select (pair.Data, file.Name, file.Read));

    /// <param name="name">A pair.</param>
    /// <param name="file">A file of its verbalizer.</param>
    /// <param name="read">How many of its fields must be read at least, or nothing would be shown.</param>
    [Theory]
    [MemberData(nameof(Files))]
    public void A_field_of_another_type_is_named(string name, string file, int read)
    {
        using var pair = new HostilePair(name);
        var named = 0;
        HostilePair.With(Path.Combine(pair.VerbalizerFolder, file), original => original, original =>
        {
            foreach (var path in Fields(JsonNode.Parse(original)!))
                named += IsNamed(pair, file, path.Split('.')[^1], json => With(json, path)) ? 1 : 0;
        });
        Assert.True(named >= read, $"{named} fields of {file} are named");
    }

    [Theory]
    [MemberData(nameof(ParityPair.Names), MemberType = typeof(ParityPair))]
    public void A_field_of_the_sidecar_that_is_a_list_of_lists_is_named(string name)
    {
        using var pair = new HostilePair(name);
        var lines = File.ReadAllLines(Path.Combine(pair.VerbalizerFolder, Sidecar.FileName));
        var named = lines.Where(line => line.Contains(": ")).Select(line => line.Split(": ")[0]).Count(field =>
            IsNamed(pair, Sidecar.FileName, field.Trim(), yaml => string.Join('\n', yaml.Split('\n').Select(line => line.StartsWith(field + ": ") ? $"{field}: [[1]]" : line))));
        Assert.True(named >= 9, $"{named} fields of the sidecar are named");
    }

    /// <summary>Whether a change to a file is refused; then it must be by the field's name.</summary>
    private static bool IsNamed(HostilePair pair, string file, string field, Func<string, string> change)
    {
        var path = Path.Combine(pair.VerbalizerFolder, file);
        RefusedException? refusal = null;
        HostilePair.With(path, original => Encoding.UTF8.GetBytes(change(Encoding.UTF8.GetString(original))), _ =>
            refusal = Record.Exception(pair.UseVerbalizer) is { } thrown ? Assert.IsType<RefusedException>(thrown) : null);
        if (refusal is not null)
            Assert.Contains(refusal.Problems, problem => problem.Contains(path) && problem.Contains(field));
        return refusal is not null;
    }

    /// <summary>Paths of all fields, vocabularies and merges left out.</summary>
    private static IEnumerable<string> Fields(JsonNode node, string path = "") => node switch
    {
        JsonObject map => map.Where(member => member.Key is not ("vocab" or "merges")).SelectMany(member =>
            (string[])[$"{path}{member.Key}", .. member.Value is null ? [] : Fields(member.Value, $"{path}{member.Key}.")]),
        JsonArray list => list.Index().Where(item => item.Item is not null).SelectMany(item => Fields(item.Item!, $"{path}{item.Index}.")),
        _ => [],
    };

    private static string With(string json, string path)
    {
        var root = JsonNode.Parse(json)!;
        var steps = path.Split('.');
        var parent = steps[..^1].Aggregate(root, (node, step) => node is JsonArray list ? list[int.Parse(step)]! : node[step]!);
        parent[steps[^1]] = JsonNode.Parse(Wrong);
        return root.ToJsonString();
    }
}
