using EvalAwareness.Core.Statistics;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Truth;

/// <summary>Makes the rows of one section of the truth table; what could not be measured leaves no row.</summary>
internal sealed record TruthRowMaker(string Section, string Condition, string Subject)
{
    private const string All = "all";

    public IEnumerable<TruthRow> Rows(string quantity, Estimate? estimate, string subset = All, double? at = null) =>
        estimate is null
            ? []
            : [Bounded(Row(quantity, estimate.Value, estimate.Count) with { Subset = subset, At = at }, estimate.Interval)];

    public IEnumerable<TruthRow> Rows(string quantity, Detection? detection, string subset = All, double? at = null) =>
        detection is null
            ? []
            : [Bounded(
                Row(quantity, detection.Auroc, detection.Believers) with { Subset = subset, At = at, NOther = detection.Others },
                detection.Interval)];

    /// <summary>A number without an interval.</summary>
    public TruthRow Row(string quantity, double value, int n) => new()
    {
        Section = Section, Condition = Condition, Subject = Subject, Subset = All, Quantity = quantity, Value = Defined(value), N = n,
    };

    private static TruthRow Bounded(TruthRow row, Interval interval) =>
        row with { CiLow = Defined(interval.Low), CiHigh = Defined(interval.High), CiMethod = interval.Method };

    private static double? Defined(double value) => double.IsFinite(value) ? value : null;
}
