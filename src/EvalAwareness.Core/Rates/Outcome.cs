namespace EvalAwareness.Core.Rates;

/// <summary>Whether a rule flags one transcript.</summary>
/// <param name="Flagged">As far as read; null when nothing was.</param>
/// <param name="Worst">If every unread item had been a YES.</param>
/// <param name="Best">If no unread item had been a YES.</param>
internal readonly record struct Outcome(bool? Flagged, bool Worst, bool Best)
{
    /// <summary>Flags a transcript with at least <paramref name="k"/> YES. Nothing unread is ever a "no".</summary>
    public static Outcome AtLeast(int k, Tally? tally) => tally is null or { Planned: 0 }
        ? new Outcome(null, Worst: true, Best: false)
        : new Outcome(tally.Answered == 0 ? null : tally.Yes >= k, tally.Yes + tally.Unread >= k, tally.Yes >= k);

    /// <summary>Flagged by this and not by <paramref name="other"/>; unknown when either is.</summary>
    public Outcome AndNot(Outcome other) => new(
        Flagged is null || other.Flagged is null ? null : Flagged.Value && !other.Flagged.Value,
        Worst && !other.Best,
        Best && !other.Worst);
}
