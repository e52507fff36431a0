using System.Globalization;
using System.Numerics;

namespace EvalAwareness.Inference.Templating;

/// <summary>The filters <c>int</c> and <c>float</c>: what cannot be read becomes the default.</summary>
internal static class Conversions
{
    public static object? ToInteger(object? value, object? missing) => value switch
    {
        bool flag => flag ? 1L : 0L,
        long or BigInteger => value,
        double number when double.IsFinite(number) => Numbers.Narrow(new BigInteger(number)),
        string text when BigInteger.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var whole) =>
            Numbers.Narrow(whole),
        string text when TryFloat(text) is { } number && double.IsFinite(number) => Numbers.Narrow(new BigInteger(number)),
        _ => missing,
    };

    public static object? ToFloat(object? value, object? missing) => value switch
    {
        double => value,
        long number => (double)number,
        BigInteger number => (double)number,
        bool flag => flag ? 1.0 : 0.0,
        string text => TryFloat(text) ?? missing,
        _ => missing,
    };

    private static double? TryFloat(string text) =>
        double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) ? number : null;
}
