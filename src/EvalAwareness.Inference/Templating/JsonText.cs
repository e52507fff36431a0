using System.Globalization;
using System.Numerics;
using System.Text;
using System.Text.Json;

namespace EvalAwareness.Inference.Templating;

/// <summary>JSON as Python's <c>json</c> reads and writes it: characters unescaped, a space after comma and colon.</summary>
internal static class JsonText
{
    public static string Write(object? value, int? indent, Budget budget)
    {
        var text = new StringBuilder();
        Write(value, new Layout(indent, 0, budget), text);
        return text.ToString();
    }

    /// <summary>The value of a JSON text; null in <paramref name="value"/> is a JSON null.</summary>
    /// <returns>False when the text is not JSON.</returns>
    public static bool TryRead(string json, out object? value)
    {
        value = null;
        try
        {
            using var document = JsonDocument.Parse(json);
            value = FromElement(document.RootElement);
            return true;
        }
        catch (Exception problem) when (problem is JsonException or InvalidOperationException)
        {
            // The second is thrown for escaped lone surrogates, which no string can hold.
            return false;
        }
    }

    /// <summary>A character as it stands inside a JSON string.</summary>
    public static string Escape(char character) => character switch
    {
        '"' => "\\\"",
        '\\' => "\\\\",
        '\n' => "\\n",
        '\r' => "\\r",
        '\t' => "\\t",
        '\b' => "\\b",
        '\f' => "\\f",
        < ' ' => $"\\u{(int)character:x4}",
        _ => character.ToString(),
    };

    private static object? FromElement(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.String => element.GetString(),
        JsonValueKind.True => true,
        JsonValueKind.False => false,
        JsonValueKind.Number => FromNumber(element.GetRawText()),
        JsonValueKind.Array => element.EnumerateArray().Select(FromElement).ToList(),
        JsonValueKind.Object => FromObject(element),
        _ => null,
    };

    private static object FromNumber(string number) => number.AsSpan().IndexOfAny('.', 'e', 'E') < 0
        ? Numbers.Narrow(BigInteger.Parse(number, CultureInfo.InvariantCulture))
        : double.Parse(number, CultureInfo.InvariantCulture);

    private static TemplateMap FromObject(JsonElement element)
    {
        var map = new TemplateMap();
        foreach (var member in element.EnumerateObject())
            map[member.Name] = FromElement(member.Value);
        return map;
    }

    private readonly record struct Layout(int? Indent, int Depth, Budget Budget)
    {
        public Layout Inner => this with { Depth = Depth + 1 };

        public string Separator => Indent is null ? ", " : "," + NewLine;

        public string NewLine => Indent is { } width ? "\n" + new string(' ', width * Depth) : "";
    }

    private static void Write(object? value, Layout layout, StringBuilder text)
    {
        using var level = layout.Budget.Deepen();
        layout.Budget.Spend(1);
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case bool flag:
                text.Append(flag ? "true" : "false");
                break;
            case string characters:
                layout.Budget.Reserve(characters.Length);
                WriteString(characters, text);
                break;
            case long or double or BigInteger:
                text.Append(Values.Represent(value, layout.Budget));
                break;
            case List<object?> list:
                WriteAll(list, '[', ']', layout, text, (item, inner) => Write(item, inner, text));
                break;
            case TemplateMap map:
                WriteAll(map, '{', '}', layout, text, (member, inner) => WriteMember(member, inner, text));
                break;
            default:
                throw new TemplateException($"{Values.TypeName(value)} cannot be written as JSON");
        }
    }

    private static void WriteAll<T>(
        IReadOnlyCollection<T> items, char open, char close, Layout layout, StringBuilder text, Action<T, Layout> write)
    {
        text.Append(open);
        var first = true;
        foreach (var item in items)
        {
            text.Append(first ? layout.Inner.NewLine : layout.Inner.Separator);
            write(item, layout.Inner);
            first = false;
        }
        text.Append(first ? "" : layout.NewLine).Append(close);
    }

    private static void WriteMember(KeyValuePair<string, object?> member, Layout layout, StringBuilder text)
    {
        WriteString(member.Key, text);
        text.Append(": ");
        Write(member.Value, layout, text);
    }

    private static void WriteString(string characters, StringBuilder text)
    {
        text.Append('"');
        foreach (var character in characters)
        {
            if (NeedsEscape(character))
                text.Append(Escape(character));
            else
                text.Append(character);
        }
        text.Append('"');
    }

    private static bool NeedsEscape(char character) => character is '"' or '\\' or < ' ';
}
