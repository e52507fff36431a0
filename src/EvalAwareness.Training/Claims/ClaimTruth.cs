namespace EvalAwareness.Training.Claims;

/// <summary>How a claim stands to the text.</summary>
public enum ClaimTruth
{
    True,

    /// <summary>False, but near: of the same family or kind, or found elsewhere in the text read so far.</summary>
    FalseRelated,

    FalseUnrelated,
}

/// <summary>Names of the degrees of truth as they stand in tables.</summary>
public static class ClaimTruths
{
    /// <summary>The snake_case name.</summary>
    public static string Name(this ClaimTruth truth) => truth switch
    {
        ClaimTruth.True => "true",
        ClaimTruth.FalseRelated => "false_related",
        ClaimTruth.FalseUnrelated => "false_unrelated",
        _ => throw new ArgumentOutOfRangeException(nameof(truth), truth, null),
    };
}
