namespace EvalAwareness.Core.Rates;

/// <summary>Names of the rules that turn the answers of one transcript into one value.</summary>
public static class Rules
{
    /// <summary>One YES is enough.</summary>
    public const string AnyOfN = "any_of_n";

    /// <summary>Share of YES among the answers, averaged over transcripts.</summary>
    public const string Fraction = "fraction";

    /// <summary>At least <paramref name="k"/> YES.</summary>
    public static string KOfN(int k) => $"k_of_n(k={k})";

    public static bool IsKOfN(string rule) => rule.StartsWith("k_of_n(", StringComparison.Ordinal);
}
