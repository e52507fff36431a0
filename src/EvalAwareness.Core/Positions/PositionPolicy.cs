namespace EvalAwareness.Core.Positions;

/// <summary>How positions are chosen among the response tokens that may be read.</summary>
public enum PositionPolicy
{
    /// <summary>A random draw without replacement over all turns (the paper's).</summary>
    Random,
    All,
    EveryNth,
    LastN,

    /// <summary>Where a sentence of a synthetic transcript ends: the positions whose exact credence is known.</summary>
    SentenceEnds,
}
