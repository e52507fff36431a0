namespace EvalAwareness.Core.Explanations;

/// <summary>Names one sampled explanation; its random numbers depend on this key and on nothing else.</summary>
/// <param name="Seed">The run's seed.</param>
/// <param name="TranscriptId">Transcript the activation was read from.</param>
/// <param name="Condition">Condition or control arm.</param>
/// <param name="Position">Token position.</param>
/// <param name="Sample">Index of the sample at this position, from 0.</param>
public sealed record SampleKey(ulong Seed, string TranscriptId, string Condition, int Position, int Sample);
