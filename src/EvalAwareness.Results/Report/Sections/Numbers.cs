using EvalAwareness.Core.Statistics;
using EvalAwareness.Results.Report.Html;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Results.Report.Sections;

/// <summary>Measured numbers with their interval and n, as they stand in a cell.</summary>
internal static class Numbers
{
    public static readonly Markup None = Markup.Of($"{Words.None}");

    public static Markup Share(Estimate? estimate) => estimate is null
        ? None
        : Cell(
            Words.Percent(estimate.Value),
            Words.Interval(estimate.Interval.Low, estimate.Interval.High),
            $"n = {estimate.Count:#,0}");

    public static Markup Plain(Estimate? estimate) => estimate is null
        ? None
        : Cell(Words.Decimal(estimate.Value), Between(estimate.Interval), $"n = {estimate.Count:#,0}");

    public static Markup Area(Detection? detection) => detection is null
        ? None
        : Cell(Words.Decimal(detection.Auroc), Between(detection.Interval), $"n = {detection.Believers} : {detection.Others}");

    /// <summary>The answer of each reading to a question after an area.</summary>
    public static Func<ReadingStudy, Markup> AreaOf(Func<ReadingStudy, Detection?> detectionOf) =>
        study => Area(detectionOf(study));

    public static Markup Alone(string text) => Markup.Of($"<b>{text}</b>");

    private static string Between(Interval interval) => double.IsFinite(interval.Low) && double.IsFinite(interval.High)
        ? $"[{Words.Decimal(interval.Low)}, {Words.Decimal(interval.High)}]"
        : Words.None;

    private static Markup Cell(string value, string interval, FormattableString count) => Markup.Of(
        $"<b>{value}</b> <span>{interval}</span> <small>{FormattableString.Invariant(count)}</small>");
}
