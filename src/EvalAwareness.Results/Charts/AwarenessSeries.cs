using EvalAwareness.Core.Rates;
using ScottPlot;

namespace EvalAwareness.Results.Charts;

/// <summary>One of the measured values that every dataset has.</summary>
/// <param name="Bar">What fills the bar below the value; null where there is to be none.</param>
internal sealed record AwarenessSeries(string Label, Color Color, Color? Bar, MarkerShape Marker, Func<Rate, bool> Holds)
{
    /// <summary>From left to right.</summary>
    public static readonly IReadOnlyList<AwarenessSeries> All =
    [
        new("said in a turn", Palette.Said, Palette.SaidPale, MarkerShape.FilledCircle,
            rate => rate.Measure == Measures.Verbalized),
        new("read: k of n, calibrated on controls", Palette.Read, Palette.ReadPale, MarkerShape.FilledCircle,
            rate => rate.Measure == Measures.Nla && Rules.IsKOfN(rate.Rule)),
        new("read: any of n", Palette.ReadLoosely, null, MarkerShape.OpenCircle,
            rate => rate is { Measure: Measures.Nla, Rule: Rules.AnyOfN }),
    ];

    public Rate? Find(IEnumerable<Rate> rates) => rates.FirstOrDefault(rate => rate.Value is not null && Holds(rate));
}
