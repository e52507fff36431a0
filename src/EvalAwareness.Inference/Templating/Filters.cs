namespace EvalAwareness.Inference.Templating;

/// <summary>Jinja's filters, as far as chat templates use them.</summary>
internal static class Filters
{
    private delegate object? Operation(object? value, Arguments arguments);

    private static readonly Dictionary<string, Operation> ByName = new()
    {
        ["tojson"] = (value, arguments) => JsonText.Write(value, Width(arguments.Get(0, "indent")), arguments.Budget),
        ["trim"] = (value, arguments) => StringMethods.Strip(Values.ToText(value, arguments.Budget), arguments, start: true, end: true),
        ["length"] = (value, _) => Values.Length(value),
        ["count"] = (value, _) => Values.Length(value),
        ["string"] = (value, arguments) => Values.ToText(value, arguments.Budget),
        ["safe"] = (value, _) => value,
        ["upper"] = (value, arguments) => Values.ToText(value, arguments.Budget).ToUpperInvariant(),
        ["lower"] = (value, arguments) => Values.ToText(value, arguments.Budget).ToLowerInvariant(),
        ["title"] = (value, arguments) => StringMethods.Title(Values.ToText(value, arguments.Budget)),
        ["capitalize"] = (value, arguments) => StringMethods.Capitalize(Values.ToText(value, arguments.Budget)),
        ["replace"] = (value, arguments) => StringMethods.Replace(Values.ToText(value, arguments.Budget), arguments),
        ["indent"] = Indent,
        ["int"] = (value, arguments) => Conversions.ToInteger(value, arguments.Get(0, "default", 0L)),
        ["float"] = (value, arguments) => Conversions.ToFloat(value, arguments.Get(0, "default", 0.0)),
        ["abs"] = (value, _) => Numbers.IsNumber(value) && Numbers.Compare(value!, 0L) < 0 ? Numbers.Negate(value!) : value,
        ["default"] = Default,
        ["d"] = Default,
        ["list"] = (value, arguments) => ListFilters.Copy(value, arguments.Budget),
        ["first"] = (value, _) => ListFilters.At(value, 0),
        ["last"] = (value, _) => ListFilters.At(value, -1),
        ["join"] = ListFilters.Join,
        ["reverse"] = ListFilters.Reverse,
        ["sort"] = ListFilters.Sort,
        ["unique"] = ListFilters.Unique,
        ["items"] = (value, _) => value is TemplateMap map ? MapMethods.Items(map) : Values.Items(value),
        ["dictsort"] = ListFilters.SortMap,
        ["map"] = ListFilters.Map,
        ["select"] = (value, arguments) => ListFilters.Where(value, arguments, keep: true),
        ["reject"] = (value, arguments) => ListFilters.Where(value, arguments, keep: false),
        ["selectattr"] = (value, arguments) => ListFilters.WhereAttribute(value, arguments, keep: true),
        ["rejectattr"] = (value, arguments) => ListFilters.WhereAttribute(value, arguments, keep: false),
    };

    public static object? Apply(string name, object? value, Arguments arguments) =>
        ByName.TryGetValue(name, out var filter) ? filter(value, arguments) : throw new TemplateException($"no filter is called '{name}'");

    private static int? Width(object? indent) => indent is long width ? (int)Math.Clamp(width, 0, 16) : null;

    private static object? Default(object? value, Arguments arguments)
    {
        var replaced = value is Undefined || arguments.Flag(1, "boolean") && !Values.IsTrue(value);
        return replaced ? arguments.Get(0, "default_value", "") : value;
    }

    private static string Indent(object? value, Arguments arguments)
    {
        var width = arguments.Get(0, "width", 4L);
        var margin = width is string text ? text : new string(' ', (int)Math.Clamp(arguments.Integer(0, "width", 4), 0, 1000));
        var (first, blank) = (arguments.Flag(1, "first"), arguments.Flag(2, "blank"));
        var lines = Values.ToText(value, arguments.Budget).Split('\n');
        arguments.Budget.Reserve(lines.Sum(line => (long)line.Length + margin.Length + 1));
        return string.Join('\n', lines.Select((line, index) =>
            (index == 0 ? first : blank || line.Length > 0) ? margin + line : line));
    }
}
