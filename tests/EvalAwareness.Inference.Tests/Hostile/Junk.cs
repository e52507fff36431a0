namespace EvalAwareness.Inference.Tests.Hostile;

/// <summary>What somebody could write where another thing belongs.</summary>
internal static class Junk
{
    private static readonly string Long = new('x', 100_000);

    private static readonly string[] Values =
    [
        "null", "true", "false", "0", "-1", "1", "2", "0.5", "-0.0", "1e-320", "1e39", "1e308", "1e999", "-1e999", "2147483647", "2147483648", "-2147483648", "9223372036854775807", "18446744073709551616",
        "\"\"", "\" \"", "\"a\"", "\"NaN\"", "\"-1\"", "\"../../etc/passwd\"", "\"\\ud83d\"", "\"\\u0000\"", "\"a\\nb\"", "\"{{ 1 }}\"", "\"(a+)+$\"", $"\"{Long}\"",
        "[]", "{}", "[[]]", "[null]", "[-1]", "[1, 2, 3]", "[1e308]", "[\"a\", \"b\"]", "{\"a\": 1}", "{\"type\": \"Sequence\"}", "{\"String\": \"a\"}", $"{new string('[', 60)}{new string(']', 60)}",
        Nested(10_000),
    ];

    private static readonly string[] Texts =
    [
        "\0", "\n", "\t", "\r\n", "\u0085", "\u2028", "\ufeff", ": ", "- ", "# ", "\"", "'", "{", "}", "[", "]", "&a ", "*a", "!!binary ", "? ", "|\n", ">-\n", "---\n", "...\n", "%YAML 9.9\n", "<<: *a\n",
        "{{", "}}", "{%", "%}", "NaN", ".inf", "-1", "99999999999999999999", Long, Nested(10_000),
    ];

    /// <summary>A JSON value, as text; YAML reads most of them too.</summary>
    public static string Value(Random random) => Values[random.Next(Values.Length)];

    /// <summary>A piece of text that means something in one of the notations.</summary>
    public static string Text(Random random) => Texts[random.Next(Texts.Length)];

    private static string Nested(int depth) => new string('[', depth) + new string(']', depth);
}
