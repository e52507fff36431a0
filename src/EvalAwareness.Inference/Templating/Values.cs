using System.Collections;
using System.Globalization;
using System.Numerics;

namespace EvalAwareness.Inference.Templating;

/// <summary>
/// What a template can hold, with Python's meaning: null (None), bool, long, BigInteger, double, string, a list,
/// <see cref="TemplateMap"/>, <see cref="Namespace"/>, <see cref="Callable"/>, <see cref="Undefined"/>.
/// </summary>
internal static class Values
{
    public static bool IsTrue(object? value) => value switch
    {
        null or Undefined => false,
        bool flag => flag,
        long number => number != 0,
        double number => number != 0,
        string text => text.Length > 0,
        TemplateMap map => map.Count > 0,
        List<object?> list => list.Count > 0,
        _ => true,
    };

    /// <summary>Python's <c>str</c>.</summary>
    public static string ToText(object? value, Budget budget) => value switch
    {
        string text => text,
        Undefined => "",
        _ => Represent(value, budget),
    };

    /// <summary>Python's <c>repr</c>.</summary>
    public static string Represent(object? value, Budget budget)
    {
        using var level = budget.Deepen();
        // Lists within lists can share their items, and then print exponentially long.
        budget.Spend(1);
        return value switch
        {
            null => "None",
            bool flag => flag ? "True" : "False",
            string text => Quote(text, budget),
            double number => PythonText.Float(number),
            long or BigInteger => ((IFormattable)value).ToString(null, CultureInfo.InvariantCulture),
            List<object?> list => $"[{Join(list.Select(item => Represent(item, budget)), budget)}]",
            TemplateMap map => $"{{{Join(map.Select(member => Represent(member, budget)), budget)}}}",
            _ => $"<{TypeName(value)}>",
        };
    }

    public static bool AreEqual(object? left, object? right, Budget budget)
    {
        using var level = budget.Deepen();
        budget.Spend(1);
        return (left, right) switch
        {
            (string a, string b) => a == b,
            (List<object?> a, List<object?> b) => a.Count == b.Count && a.Zip(b).All(pair => AreEqual(pair.First, pair.Second, budget)),
            (TemplateMap a, TemplateMap b) => a.Count == b.Count
                && a.All(member => b.TryGetValue(member.Key, out var other) && AreEqual(member.Value, other, budget)),
            _ when Numbers.IsNumber(left) && Numbers.IsNumber(right) => Numbers.Compare(left!, right!) == 0,
            _ => Equals(left, right),
        };
    }

    public static int Compare(object? left, object? right) => (left, right) switch
    {
        (string a, string b) => string.CompareOrdinal(a, b),
        _ when Numbers.IsNumber(left) && Numbers.IsNumber(right) => Numbers.Compare(left!, right!),
        _ => throw new TemplateException($"{TypeName(left)} and {TypeName(right)} have no order"),
    };

    public static long Length(object? value) => value switch
    {
        string text => PythonText.Length(text),
        Undefined => 0,
        ICollection collection => collection.Count,
        _ => throw new TemplateException($"{TypeName(value)} has no length"),
    };

    /// <summary>What a loop over the value goes through.</summary>
    public static IReadOnlyList<object?> Items(object? value) => value switch
    {
        List<object?> list => list,
        TemplateMap map => [.. map.Keys],
        string text => [.. text.EnumerateRunes().Select(rune => rune.ToString())],
        Undefined => [],
        _ => throw new TemplateException($"{TypeName(value)} cannot be looped over"),
    };

    public static bool Contains(object? container, object? item, Budget budget) => container switch
    {
        string text => item is string part
            ? text.Contains(part, StringComparison.Ordinal)
            : throw new TemplateException($"a string cannot contain {TypeName(item)}"),
        TemplateMap map => item is string key && map.ContainsKey(key),
        _ => Items(container).Any(other => AreEqual(other, item, budget)),
    };

    public static string TypeName(object? value) => value switch
    {
        null => "None",
        bool => "a boolean",
        long or BigInteger => "a whole number",
        double => "a number",
        string => "a string",
        List<object?> => "a list",
        TemplateMap => "a mapping",
        Namespace => "a namespace",
        Callable => "a function",
        Undefined undefined => $"the undefined '{undefined.Name}'",
        _ => "an object",
    };

    private static string Represent(KeyValuePair<string, object?> member, Budget budget) =>
        $"{Quote(member.Key, budget)}: {Represent(member.Value, budget)}";

    private static string Quote(string text, Budget budget)
    {
        budget.Reserve(text.Length);
        return PythonText.Quote(text);
    }

    private static string Join(IEnumerable<string> parts, Budget budget)
    {
        var texts = parts.ToList();
        budget.Reserve(texts.Sum(text => (long)text.Length));
        return string.Join(", ", texts);
    }
}
