namespace EvalAwareness.Core.Transcripts;

/// <summary>What the author of a synthetic transcript knows about it.</summary>
/// <param name="Aware">Whether the simulated assistant holds the belief that it is being evaluated.</param>
/// <param name="Verbalized">Whether it says so anywhere in its response.</param>
/// <param name="Cues">How many cues in the prompt look artificial.</param>
/// <param name="Sentences">Every assistant sentence in reading order with the ideal reader's credence.</param>
public sealed record Truth(bool Aware, bool Verbalized, int Cues, IReadOnlyList<SentenceTruth> Sentences);
