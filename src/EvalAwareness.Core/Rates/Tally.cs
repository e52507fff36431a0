namespace EvalAwareness.Core.Rates;

/// <summary>What became of the items (explanations or turns) that were to be judged for one transcript.</summary>
/// <param name="Yes">Judged YES.</param>
/// <param name="No">Judged NO.</param>
/// <param name="Unclear">Judged UNCLEAR.</param>
/// <param name="Unparsed">The judge answered, and no verdict could be read from it.</param>
/// <param name="Missing">Never judged: truncated, filtered, refused or failed.</param>
public sealed record Tally(int Yes, int No, int Unclear, int Unparsed, int Missing)
{
    public static readonly Tally Nothing = new(0, 0, 0, 0, 0);

    /// <summary>Items with an answer. Only these enter a rate.</summary>
    public int Answered => Yes + No + Unclear;

    /// <summary>Items without an answer, each of which could have been a YES.</summary>
    public int Unread => Unparsed + Missing;

    public int Planned => Answered + Unread;

    /// <summary>Share of YES among the answers; null when there is no answer.</summary>
    public double? YesShare => Answered == 0 ? null : (double)Yes / Answered;
}
