using System.Globalization;
using System.Text.RegularExpressions;

namespace EvalAwareness.Inference.Templating;

/// <summary>The part of <c>strftime</c> that speaks of dates.</summary>
internal static partial class DateFormat
{
    [GeneratedRegex("%-?.")]
    private static partial Regex Directive { get; }

    public static string Format(DateOnly day, string format) => Directive.Replace(format, directive => directive.Value switch
    {
        "%Y" => Text(day, "yyyy"),
        "%y" => Text(day, "yy"),
        "%m" => Text(day, "MM"),
        "%-m" => Text(day, "%M"),
        "%B" => Text(day, "MMMM"),
        "%b" => Text(day, "MMM"),
        "%d" => Text(day, "dd"),
        "%-d" => Text(day, "%d"),
        "%A" => Text(day, "dddd"),
        "%a" => Text(day, "ddd"),
        "%j" => day.DayOfYear.ToString("D3", CultureInfo.InvariantCulture),
        "%%" => "%",
        var other => throw new TemplateException($"strftime_now does not know '{other}'"),
    });

    private static string Text(DateOnly day, string pattern) => day.ToString(pattern, CultureInfo.InvariantCulture);
}
