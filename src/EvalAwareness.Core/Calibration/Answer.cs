namespace EvalAwareness.Core.Calibration;

/// <summary>What came of asking a judge about one text: a verdict, or what there is in its place.</summary>
public enum Answer
{
    Yes,
    No,
    Unclear,

    /// <summary>No verdict could be read.</summary>
    Unparsed,

    /// <summary>The judge would not answer.</summary>
    Refused,
}
