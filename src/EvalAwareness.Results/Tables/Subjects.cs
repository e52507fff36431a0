namespace EvalAwareness.Results.Tables;

/// <summary>What a verdict judges, as it stands in the tables.</summary>
public static class Subjects
{
    public const string Explanation = "explanation";
    public const string Turn = "turn";

    /// <summary>The text that ends at the position, with no look at the activation.</summary>
    public const string Window = "window";

    /// <summary>The activation itself, by a linear probe.</summary>
    public const string Activation = "activation";
}
