using System.Globalization;

namespace EvalAwareness.Inference.Tests.Hostile;

/// <summary>How many files of each kind are mutated: a few in the suite, as many as wanted by <c>EVALAWARE_FUZZ</c>.</summary>
internal static class FuzzBudget
{
    private const int InTheSuite = 100;

    public static int Cases { get; } =
        Environment.GetEnvironmentVariable("EVALAWARE_FUZZ") is { Length: > 0 } cases ? int.Parse(cases, CultureInfo.InvariantCulture) : InTheSuite;

    /// <summary>After which a case is taken for one that never ends: none needs more than a second.</summary>
    public static TimeSpan Patience => TimeSpan.FromSeconds(120 + Cases);
}
