namespace EvalAwareness.Core;

/// <summary>Names of the conditions and control arms a transcript can be read under.</summary>
public static class Conditions
{
    /// <summary>The transcript as it is.</summary>
    public const string Baseline = "baseline";

    /// <summary>The transcript as it is, read by the pair before its joint training.</summary>
    public const string WarmStart = "warm_start";

    /// <summary>Control arm: each position gets an activation of another transcript.</summary>
    public const string Shuffled = "shuffled";

    /// <summary>Control arm: each position gets a vector of random direction, as long as its own activation.</summary>
    public const string Random = "random";

    /// <summary>Control arm: the verbalizer's prompt as it is written, its marker left in place.</summary>
    public const string NoInjection = "no_injection";
}
