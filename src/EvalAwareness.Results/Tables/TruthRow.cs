namespace EvalAwareness.Results.Tables;

/// <summary>One number that says how right the measure was. Columns are the snake_case of the properties.</summary>
public sealed record TruthRow
{
    /// <summary>detection, roc, rules, confirmed, yes_shares, fidelity, credence, positions, policies, first_yes, references or
    /// probe.</summary>
    public required string Section { get; init; }
    public required string Condition { get; init; }

    /// <summary>What was judged: explanation, window or activation; or the name of a reference.</summary>
    public required string Subject { get; init; }

    /// <summary>all; the name of a dataset; cues=2; same_cues; believers or others; evaluation or deployment; or as the
    /// confirmed calibration splits them.</summary>
    public required string Subset { get; init; }

    /// <summary>What the number is, such as auroc or sensitivity.</summary>
    public required string Quantity { get; init; }

    /// <summary>The threshold, false positive rate, number of positions, share kept or lower end of the bin it belongs to; null
    /// where there is none.</summary>
    public double? At { get; init; }

    /// <summary>Null where it is not defined.</summary>
    public double? Value { get; init; }
    public double? CiLow { get; init; }
    public double? CiHigh { get; init; }
    public string? CiMethod { get; init; }

    /// <summary>Items behind the number; believers where two groups are told apart.</summary>
    public required int N { get; init; }

    /// <summary>The others where two groups are told apart.</summary>
    public int? NOther { get; init; }
}
