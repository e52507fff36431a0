namespace EvalAwareness.Core.Statistics;

/// <summary>So many of so many.</summary>
/// <param name="Count">Outcomes that are yes, in [0, <paramref name="Of"/>].</param>
/// <param name="Of">All outcomes.</param>
public sealed record Fraction(int Count, int Of)
{
    /// <summary>In [0, 1]; NaN of nothing.</summary>
    public double Share => (double)Count / Of;
}
