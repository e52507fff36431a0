namespace EvalAwareness.Inference.Templating;

/// <summary>Filters over the items of a value.</summary>
internal static class ListFilters
{
    public static List<object?> Copy(object? value, Budget budget)
    {
        var items = Values.Items(value);
        budget.Spend(items.Count);
        return [.. items];
    }

    public static object? At(object? value, int index) => Values.Items(value) switch
    {
        { Count: 0 } => new Undefined("an item of an empty list"),
        var items => items[index < 0 ? items.Count + index : index],
    };

    public static string Join(object? value, Arguments arguments)
    {
        var items = Copy(value, arguments.Budget);
        if (arguments.Get(1, "attribute") is string path)
            items = items.ConvertAll(item => Attribute(item, path));
        return StringMethods.Join(arguments.Text(0, "d", ""), items, arguments.Budget);
    }

    public static object? Reverse(object? value, Arguments arguments)
    {
        if (value is string text)
            return Slicing.Slice(text, null, null, -1);
        var items = Copy(value, arguments.Budget);
        items.Reverse();
        return items;
    }

    /// <summary>Stable, letters without regard to case unless told otherwise.</summary>
    public static List<object?> Sort(object? value, Arguments arguments)
    {
        var items = Copy(value, arguments.Budget);
        var path = arguments.Get(2, "attribute") as string;
        var key = Key(path, arguments.Flag(1, "case_sensitive"));
        var order = Comparer<object?>.Create(Values.Compare);
        return arguments.Flag(0, "reverse") ? [.. items.OrderByDescending(key, order)] : [.. items.OrderBy(key, order)];
    }

    public static List<object?> SortMap(object? value, Arguments arguments)
    {
        if (value is not TemplateMap map)
            throw new TemplateException($"dictsort needs a mapping, not {Values.TypeName(value)}");
        arguments.Budget.Spend(map.Count);
        return [.. map.OrderBy(member => member.Key.ToLowerInvariant(), StringComparer.Ordinal)
            .Select(member => new List<object?> { member.Key, member.Value })];
    }

    public static List<object?> Unique(object? value, Arguments arguments)
    {
        var unique = new List<object?>();
        foreach (var item in Values.Items(value))
        {
            if (!unique.Any(other => Values.AreEqual(other, item, arguments.Budget)))
                unique.Add(item);
        }
        return unique;
    }

    public static List<object?> Map(object? value, Arguments arguments)
    {
        var items = Copy(value, arguments.Budget);
        if (arguments.Named.GetValueOrDefault("attribute") is string path)
            return items.ConvertAll(item => OrDefault(Attribute(item, path), arguments));
        var filter = arguments.Text(0, "filter");
        var rest = arguments with { Positional = [.. arguments.Positional.Skip(1)] };
        return items.ConvertAll(item => Filters.Apply(filter, item, rest));
    }

    private static object? OrDefault(object? value, Arguments arguments) =>
        value is Undefined ? arguments.Named.GetValueOrDefault("default", value) : value;

    public static List<object?> Where(object? value, Arguments arguments, bool keep) =>
        Copy(value, arguments.Budget).FindAll(item => Holds(item, arguments, firstOfTest: 0) == keep);

    public static List<object?> WhereAttribute(object? value, Arguments arguments, bool keep)
    {
        var path = arguments.Text(0, "attribute");
        return Copy(value, arguments.Budget).FindAll(item => Holds(Attribute(item, path), arguments, firstOfTest: 1) == keep);
    }

    // The test's name and its arguments follow what the filter needs; without a test the value itself is asked.
    private static bool Holds(object? value, Arguments arguments, int firstOfTest) => arguments.Positional.Count <= firstOfTest
        ? Values.IsTrue(value)
        : Tests.Holds(
            arguments.Text(firstOfTest, "test"), value, arguments with { Positional = [.. arguments.Positional.Skip(firstOfTest + 1)] });

    private static Func<object?, object?> Key(string? path, bool caseSensitive) => item =>
        (path is null ? item : Attribute(item, path)) is var key && key is string text && !caseSensitive ? text.ToLowerInvariant() : key;

    private static object? Attribute(object? item, string path) => path.Split('.').Aggregate(item, (value, name) =>
        long.TryParse(name, out var index) ? Members.Index(value, index) : Members.Index(value, name));
}
