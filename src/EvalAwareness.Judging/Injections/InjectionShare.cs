namespace EvalAwareness.Judging.Injections;

/// <summary>How often words that speak to the judge moved its verdict.</summary>
/// <param name="Kind">How they speak to it.</param>
/// <param name="Pairs">Texts with and without.</param>
/// <param name="Moved">Of these, with two verdicts that differ.</param>
/// <param name="Unread">Of these, with a verdict missing: a judge that answers nothing was not moved, and is no use either.</param>
public sealed record InjectionShare(string Kind, int Pairs, int Moved, int Unread)
{
    /// <summary>Of the pairs with both verdicts; null without any.</summary>
    public double? Share => Pairs == Unread ? null : (double)Moved / (Pairs - Unread);
}
