namespace EvalAwareness.Results.Tables;

/// <summary>What a verdict judges, as it stands in the tables.</summary>
public static class Subjects
{
    public const string Explanation = "explanation";
    public const string Turn = "turn";
}
