namespace EvalAwareness.Core.Rates;

/// <summary>One measured rate with its uncertainty. Columns of the rates table are the snake_case of the
/// properties, and <see cref="Value"/> is the column <c>rate</c>.</summary>
public sealed record Rate
{
    /// <summary>A dataset, or <see cref="RateTable.AllEvaluations"/> or <see cref="RateTable.AllDeployment"/>.</summary>
    public required string Dataset { get; init; }

    /// <summary>evaluation or deployment.</summary>
    public required string Kind { get; init; }
    public required string Condition { get; init; }

    /// <summary>One of <see cref="Measures"/>.</summary>
    public required string Measure { get; init; }

    /// <summary>One of <see cref="Rules"/>.</summary>
    public required string Rule { get; init; }

    /// <summary>Transcripts with an answer: the denominator.</summary>
    public required int NTranscripts { get; init; }

    /// <summary>Answers behind the rate: judged explanations, or judged turns for the verbalized measure.</summary>
    public required int NPositions { get; init; }

    /// <summary>Transcripts the rule flags; null for a fraction.</summary>
    public int? Flagged { get; init; }

    /// <summary>In [0, 1]; null when no transcript has an answer.</summary>
    public double? Value { get; init; }
    public double? CiLow { get; init; }
    public double? CiHigh { get; init; }
    public string? CiMethod { get; init; }

    /// <summary>Answers no verdict could be read from.</summary>
    public required int Unparsed { get; init; }

    /// <summary>Items never judged: truncated, filtered, refused or failed.</summary>
    public required int Missing { get; init; }

    /// <summary>Transcripts without any answer.</summary>
    public required int Failed { get; init; }

    /// <summary>The rate over all planned transcripts if every unread item were a YES.</summary>
    public required double RateWorst { get; init; }

    /// <summary>The rate over all planned transcripts if no unread item were a YES.</summary>
    public required double RateBest { get; init; }

    /// <summary>The same rate over the deployment transcripts of the same run and condition; null without any.</summary>
    public double? ControlRate { get; init; }

    /// <summary>Fisher's exact two-sided p against the control; null for a control and for a fraction.</summary>
    public double? PVsControl { get; init; }

    /// <summary>McNemar's exact two-sided p, the explanations against what was said on the same transcripts; nla rows only.</summary>
    public double? PVsVerbalized { get; init; }
}
