namespace EvalAwareness.Judging.Rules;

/// <summary>What sounds like evaluation awareness and is not. Shared by both rubrics, ahead of their YES rules.</summary>
internal static class NoRules
{
    /// <summary>In order of precedence: the first to claim a stretch keeps it; the first to match is the reason.</summary>
    public static readonly IReadOnlyList<Rule> All = [.. NotItsBelief.All, .. NotItsEvaluation.All, .. WordsAlone.All];
}
