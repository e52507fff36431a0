using System.Globalization;
using EvalAwareness.Core.Rates;

namespace EvalAwareness.Results.Report.Html;

/// <summary>Numbers and names as a reader sees them.</summary>
internal static class Words
{
    /// <summary>What stands where there is no number.</summary>
    public const string None = "–";

    public static string Percent(double? share) => share is { } value && double.IsFinite(value) ? Format($"{100 * value:0.0} %") : None;

    public static string Interval(double? low, double? high) =>
        low is { } from && high is { } to && double.IsFinite(from) && double.IsFinite(to)
            ? Format($"[{100 * from:0.0}, {100 * to:0.0}]")
            : None;

    /// <summary>Three decimals; a dash for what is not defined.</summary>
    public static string Decimal(double value) => double.IsFinite(value) ? Format($"{value:0.000}") : None;

    public static string Probability(double? p) => p switch
    {
        null => None,
        < 0.001 => "< 0.001",
        { } value => Format($"{value:0.000}"),
    };

    public static string Measure(string measure) => measure switch
    {
        Measures.Nla => "read (NLA)",
        Measures.Verbalized => "said",
        Measures.NlaOnly => "read, not said",
        _ => measure,
    };

    public static string Rule(string rule) => rule switch
    {
        Rules.AnyOfN => "one YES",
        Rules.Fraction => "share of YES",
        _ when Rules.IsKOfN(rule) => $"≥ {new string([.. rule.Where(char.IsAsciiDigit)])} YES",
        _ => rule,
    };

    /// <summary>"1 transcript", "2 transcripts".</summary>
    public static string Count(int number, string noun) => Format($"{number} {noun}{(number == 1 ? "" : "s")}");

    private static string Format(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
