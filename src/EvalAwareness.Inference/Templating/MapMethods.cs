namespace EvalAwareness.Inference.Templating;

/// <summary>The methods of a dictionary that do not change it.</summary>
internal static class MapMethods
{
    public static Callable? Find(TemplateMap map, string name) => name switch
    {
        "items" => _ => Items(map),
        "keys" => _ => map.Keys.Cast<object?>().ToList(),
        "values" => _ => map.Values.ToList(),
        "get" => arguments => map.TryGetValue(arguments.Text(0, "key"), out var value) ? value : arguments.Get(1, "default"),
        _ => null,
    };

    public static List<object?> Items(TemplateMap map) =>
        [.. map.Select(member => new List<object?> { member.Key, member.Value })];
}
