namespace EvalAwareness.Core;

/// <summary>Names of the conditions and control arms a transcript can be read under.</summary>
public static class Conditions
{
    /// <summary>The transcript as it is.</summary>
    public const string Baseline = "baseline";

    /// <summary>Control arm: each position gets an activation of another transcript.</summary>
    public const string Shuffled = "shuffled";
}
