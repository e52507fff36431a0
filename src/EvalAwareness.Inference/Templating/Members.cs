namespace EvalAwareness.Inference.Templating;

/// <summary>What stands behind a dot or in brackets.</summary>
internal static class Members
{
    /// <summary><c>target.name</c>: a method first, then a key.</summary>
    public static object? Get(object? target, string name) => target switch
    {
        string text => StringMethods.Find(text, name) as object ?? new Undefined(name),
        TemplateMap map => MapMethods.Find(map, name) ?? Key(map, name),
        Namespace space => space.Attributes.GetValueOrDefault(name, new Undefined(name)),
        Undefined undefined => throw new TemplateException($"'{undefined.Name}' is undefined"),
        _ => new Undefined(name),
    };

    /// <summary><c>target[index]</c>: a key first, then an attribute.</summary>
    public static object? Index(object? target, object? index) => (target, index) switch
    {
        (TemplateMap map, string key) => map.ContainsKey(key) ? map[key] : Get(map, key),
        (Undefined undefined, _) => throw new TemplateException($"'{undefined.Name}' is undefined"),
        (string or List<object?>, long place) => Slicing.Index(target, place),
        (_, string name) => Get(target, name),
        _ => new Undefined(Values.TypeName(index)),
    };

    private static object? Key(TemplateMap map, string name) => map.TryGetValue(name, out var value) ? value : new Undefined(name);
}
