using EvalAwareness.Core.Statistics;

namespace EvalAwareness.Training.Evaluation;

/// <summary>How well a linear probe on block K tells believers from the rest, on held-out transcripts where nothing was said aloud.</summary>
/// <param name="Auroc">Over single response tokens.</param>
/// <param name="Interval">95 % bootstrap interval, whole transcripts drawn.</param>
/// <param name="Transcripts">Held-out transcripts.</param>
/// <param name="Positions">Response tokens read in them.</param>
public sealed record ProbeResult(double Auroc, Interval Interval, int Transcripts, int Positions);
