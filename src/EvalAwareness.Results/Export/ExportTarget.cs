namespace EvalAwareness.Results.Export;

/// <summary>What the verdicts are written for.</summary>
public enum ExportTarget
{
    /// <summary>One table with a row for each transcript and condition.</summary>
    Columns,

    /// <summary>Results of scans, as Inspect Scout leaves them.</summary>
    Scout,
}
