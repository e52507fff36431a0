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

    /// <summary>Patterns of which one must stand somewhere in the text, quotations included, for what it claims to count; none: it always counts.</summary>
    public IReadOnlyList<string> Beside { get; init; } = [];

    /// <summary>Patterns that say what the whole text is about; a rule that yields to frames then finds nothing in it.</summary>
    public IReadOnlyList<string> Frames { get; init; } = [];

    /// <summary>What it claims does not count in a text that another rule frames.</summary>
    public bool YieldsToFrames { get; init; }

    /// <summary>It finds its claims between quotation marks too.</summary>
    public bool ReadsQuotations { get; init; }

    public IReadOnlyList<string> Patterns => [.. Claims, .. Mentions, .. Beside, .. Frames];

    /// <summary>Everything the rule says, as text to hash.</summary>
    public string Definition =>
        string.Join('\n',
    [
        Name, Verdict.ToString(), Why, "claims", .. Claims, "mentions", .. Mentions, "beside", .. Beside, "frames", .. Frames,
        $"yields {YieldsToFrames}, quotations {ReadsQuotations}",
    ]);
}
