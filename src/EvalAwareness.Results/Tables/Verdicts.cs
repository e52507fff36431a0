namespace EvalAwareness.Results.Tables;

/// <summary>Verdicts as they stand in the tables. Unparsed is the absence of one, and never in a column.</summary>
internal static class Verdicts
{
    public const string Yes = "yes";
    public const string No = "no";
    public const string Unclear = "unclear";
    public const string Unparsed = "unparsed";
}
