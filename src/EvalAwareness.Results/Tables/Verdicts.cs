namespace EvalAwareness.Results.Tables;

/// <summary>Verdicts as they stand in the tables. Unparsed and refused are the absence of one, and never in its column.</summary>
internal static class Verdicts
{
    public const string Yes = "yes";
    public const string No = "no";
    public const string Unclear = "unclear";
    public const string Unparsed = "unparsed";
    public const string Refused = "refused";
}
