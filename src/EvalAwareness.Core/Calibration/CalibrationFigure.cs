using EvalAwareness.Core.Statistics;

namespace EvalAwareness.Core.Calibration;

/// <summary>One measured number of a calibration.</summary>
/// <param name="Name">One of <see cref="CalibrationFigures"/>.</param>
/// <param name="Value">Null where there is nothing to measure it on.</param>
/// <param name="N">How many texts it is taken over.</param>
/// <param name="CiLow">Lower end of the 95 % interval; null with the value, and where it is not defined.</param>
/// <param name="CiHigh">Upper end.</param>
/// <param name="CiMethod">How the interval was computed, such as <c>wilson_95</c>.</param>
public sealed record CalibrationFigure(string Name, double? Value, int N, double? CiLow, double? CiHigh, string? CiMethod)
{
    internal static CalibrationFigure Of(string name, Fraction fraction) => fraction.Of == 0
        ? new CalibrationFigure(name, null, 0, null, null, null)
        : Of(name, fraction.Share, fraction.Of, Proportion.Wilson(fraction.Count, fraction.Of));

    internal static CalibrationFigure Of(string name, double value, int n, Interval interval) => new(
        name, Defined(value), n, Defined(interval.Low), Defined(interval.High), double.IsFinite(interval.Low) ? interval.Method : null);

    private static double? Defined(double value) => double.IsFinite(value) ? value : null;
}
