using System.Numerics;

namespace EvalAwareness.Inference.Templating;

/// <summary>Jinja's tests: what may stand after <c>is</c>.</summary>
internal static class Tests
{
    private delegate bool Check(object? value, Arguments arguments);

    private static readonly Dictionary<string, Check> ByName = new()
    {
        ["defined"] = (value, _) => value is not Undefined,
        ["undefined"] = (value, _) => value is Undefined,
        ["none"] = (value, _) => value is null,
        ["boolean"] = (value, _) => value is bool,
        ["true"] = (value, _) => value is true,
        ["false"] = (value, _) => value is false,
        ["string"] = (value, _) => value is string,
        ["number"] = (value, _) => Numbers.IsNumber(value),
        ["integer"] = (value, _) => value is long or BigInteger,
        ["float"] = (value, _) => value is double,
        ["mapping"] = (value, _) => value is TemplateMap,
        ["sequence"] = (value, _) => value is string or List<object?> or TemplateMap,
        ["iterable"] = (value, _) => value is string or List<object?> or TemplateMap or Undefined,
        ["callable"] = (value, _) => value is Callable,
        ["odd"] = (value, _) => Remainder(value, 2L) != 0,
        ["even"] = (value, _) => Remainder(value, 2L) == 0,
        ["divisibleby"] = (value, arguments) => Remainder(value, arguments.Integer(0, "num", 1)) == 0,
        ["in"] = (value, arguments) => Values.Contains(arguments.Get(0, "seq"), value, arguments.Budget),
        ["eq"] = Equal,
        ["equalto"] = Equal,
        ["sameas"] = Equal,
        ["ne"] = (value, arguments) => !Equal(value, arguments),
        ["lt"] = (value, arguments) => Values.Compare(value, arguments.Get(0, "other")) < 0,
        ["le"] = (value, arguments) => Values.Compare(value, arguments.Get(0, "other")) <= 0,
        ["gt"] = (value, arguments) => Values.Compare(value, arguments.Get(0, "other")) > 0,
        ["ge"] = (value, arguments) => Values.Compare(value, arguments.Get(0, "other")) >= 0,
        ["lower"] = (value, _) => value is string text && text == text.ToLowerInvariant(),
        ["upper"] = (value, _) => value is string text && text == text.ToUpperInvariant(),
    };

    public static bool Holds(string name, object? value, Arguments arguments) =>
        ByName.TryGetValue(name, out var test) ? test(value, arguments) : throw new TemplateException($"no test is called '{name}'");

    private static bool Equal(object? value, Arguments arguments) => Values.AreEqual(value, arguments.Get(0, "other"), arguments.Budget);

    private static long Remainder(object? value, long divisor) => value is long number
        ? (long)Numbers.Calculate("%", number, divisor)
        : throw new TemplateException($"{Values.TypeName(value)} is not a whole number");
}
