using EvalAwareness.Core.Judging;

namespace EvalAwareness.Judging.Rules;

/// <summary>One rule of a rubric: what it looks for, in patterns of a <see cref="Grammar"/>, and what it then answers.</summary>
/// <param name="Name">Short name, given as the reasoning of a judgement.</param>
/// <param name="Verdict">The answer where the rule applies.</param>
/// <param name="Why">The rule in a sentence.</param>
internal sealed record Rule(string Name, Verdict Verdict, string Why)
{
    /// <summary>Patterns that take a stretch of a sentence for this rule; rules further down the list cannot use it.</summary>
    public IReadOnlyList<string> Claims { get; init; } = [];

    /// <summary>Patterns that only name this rule as the reason when nothing says YES or UNCLEAR.</summary>
    public IReadOnlyList<string> Mentions { get; init; } = [];

    public IReadOnlyList<string> Patterns => [.. Claims, .. Mentions];

    /// <summary>Everything the rule says, as text to hash.</summary>
    public string Definition =>
        string.Join('\n', [Name, Verdict.ToString(), Why, "claims", .. Claims, "mentions", .. Mentions]);
}
