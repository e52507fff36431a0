using System.Text.RegularExpressions;

namespace EvalAwareness.Reading.Files;

/// <summary>The order in which people count: ordinal, but numbers as numbers.</summary>
internal static partial class NaturalOrder
{
    // More digits than any number of samples has.
    private const int Width = 20;

    public static IOrderedEnumerable<T> InNaturalOrder<T>(this IEnumerable<T> items, Func<T, string> name) =>
        items.OrderBy(item => Key(name(item)), StringComparer.Ordinal).ThenBy(name, StringComparer.Ordinal);

    private static string Key(string name) => Number.Replace(name, digits => digits.Value.TrimStart('0').PadLeft(Width, '0'));

    [GeneratedRegex("[0-9]+")]
    private static partial Regex Number { get; }
}
