namespace EvalAwareness.Core.Rates;

/// <summary>Names of what a rate measures, as they stand in the tables.</summary>
public static class Measures
{
    /// <summary>The explanations of its activations say so.</summary>
    public const string Nla = "nla";

    /// <summary>An assistant turn says so.</summary>
    public const string Verbalized = "verbalized";

    /// <summary>The explanations say so and no turn does.</summary>
    public const string NlaOnly = "nla_only";
}
