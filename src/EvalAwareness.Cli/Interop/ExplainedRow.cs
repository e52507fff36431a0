using EvalAwareness.Core.Explanations;

namespace EvalAwareness.Cli.Interop;

/// <summary>One sample at one row of a file of activations.</summary>
/// <param name="Row">The row.</param>
/// <param name="Sample">Index of the sample, from 0.</param>
internal sealed record ExplainedRow(ActivationRow Row, int Sample)
{
    /// <summary>Why the row was not put into words; null when it was.</summary>
    public string? Problem { get; init; }

    /// <summary>What was sampled; null when nothing was.</summary>
    public Explanation? Explanation { get; init; }

    /// <summary>How well a closed explanation reads back; null without a reconstructor.</summary>
    public Fidelity? Fidelity { get; init; }

    public bool IsClosed => Explanation?.Status == ClosingStatus.Closed;

    /// <summary>closed, truncated, unclosed, untagged, empty or failed.</summary>
    public string Status => Explanation?.Status.ToString().ToLowerInvariant() ?? "failed";
}
