namespace EvalAwareness.Pipeline.Capturing;

/// <summary>What became of a position when it was read.</summary>
internal enum CaptureStatus
{
    /// <summary>There is an activation to put into words.</summary>
    Captured,

    /// <summary>The activation is an outlier: it is not put into words.</summary>
    Filtered,

    /// <summary>There is no activation.</summary>
    Failed,
}
