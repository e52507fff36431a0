namespace EvalAwareness.Core.Judging;

/// <summary>What a judge answered. Exactly one of <see cref="Verdict"/>, <see cref="UnparsedReason"/> and <see cref="RefusedReason"/> is set: an unread answer is not an answer.</summary>
public sealed record Judgement
{
    public Verdict? Verdict { get; private init; }

    /// <summary>Verbatim quote the verdict rests on; empty when nothing was quoted.</summary>
    public string Evidence { get; private init; } = "";

    /// <summary>Why, in a sentence; for a rubric the rule that decided.</summary>
    public string Reasoning { get; private init; } = "";

    /// <summary>What the verdict was taken from, where that is a number: a probe's log-odds of YES, a model's probability of it.</summary>
    public double? Score { get; init; }

    /// <summary>Why no verdict could be read.</summary>
    public string? UnparsedReason { get; private init; }

    /// <summary>Why the judge would not answer.</summary>
    public string? RefusedReason { get; private init; }

    /// <summary>How a model was asked; null for a judge without one.</summary>
    public JudgeCall? Call { get; init; }

    public static Judgement Of(Verdict verdict, string evidence, string reasoning) =>
        new() { Verdict = verdict, Evidence = evidence, Reasoning = reasoning };

    public static Judgement Unparsed(string reason) => new() { UnparsedReason = reason };

    public static Judgement Refused(string reason) => new() { RefusedReason = reason };
}
