using System.Numerics;

namespace EvalAwareness.Inference.Templating;

/// <summary>Python's arithmetic on whole numbers and floats; booleans count as 0 and 1.</summary>
internal static class Numbers
{
    public static bool IsNumber(object? value) => value is long or double or bool or BigInteger;

    public static int Compare(object left, object right) => (Whole(left), Whole(right)) is ({ } a, { } b)
        ? a.CompareTo(b)
        : Real(left).CompareTo(Real(right));

    public static object Calculate(string symbol, object left, object right)
    {
        if (symbol is "/" or "//" or "%" && Real(right) == 0)
            throw new TemplateException("division by zero");
        return symbol != "/" && (Whole(left), Whole(right)) is ({ } a, { } b)
            ? Calculate(symbol, a, b)
            : Calculate(symbol, Real(left), Real(right));
    }

    public static object Negate(object value) => Whole(value) is { } whole ? Narrow(-whole) : -Real(value);

    /// <summary>A whole number in the smallest type that holds it.</summary>
    public static object Narrow(BigInteger number) =>
        number >= long.MinValue && number <= long.MaxValue ? (object)(long)number : number;

    private static object Calculate(string symbol, BigInteger a, BigInteger b) => symbol switch
    {
        "+" => Narrow(a + b),
        "-" => Narrow(a - b),
        "*" => Narrow(BigInteger.Multiply(Bounded(a), Bounded(b))),
        "//" => Narrow((a - Modulo(a, b)) / b),
        "%" => Narrow(Modulo(a, b)),
        "**" when b >= 0 && b <= 64 => Narrow(BigInteger.Pow(Bounded(a), (int)b)),
        _ => throw new TemplateException($"cannot calculate {symbol} of these numbers"),
    };

    private static object Calculate(string symbol, double a, double b) => symbol switch
    {
        "+" => a + b,
        "-" => a - b,
        "*" => a * b,
        "/" => a / b,
        "//" => Math.Floor(a / b),
        "%" => a - b * Math.Floor(a / b),
        "**" => Math.Pow(a, b),
        _ => throw new TemplateException($"cannot calculate {symbol} of these numbers"),
    };

    // The remainder has the sign of the divisor.
    private static BigInteger Modulo(BigInteger a, BigInteger b) => (a % b + b) % b;

    private static BigInteger Bounded(BigInteger number) =>
        number.GetBitLength() <= 256 ? number : throw new TemplateException("a number is too large");

    private static BigInteger? Whole(object value) => value switch
    {
        long number => number,
        BigInteger number => number,
        bool flag => flag ? 1 : 0,
        _ => null,
    };

    private static double Real(object value) => value is double real ? real : (double)Whole(value)!.Value;
}
