using EvalAwareness.Core.Transcripts;
using EvalAwareness.Training.Corpus;

namespace EvalAwareness.Training.Quality;

/// <summary>A position of a synthetic transcript that was put into words.</summary>
/// <param name="Transcript">The transcript, with all that its author knows.</param>
/// <param name="Token">The position; no token of the template or of a tool call.</param>
/// <param name="Explanation">The trimmed words of a closed explanation.</param>
/// <param name="Activation">The raw activation they were sampled from, of width d.</param>
public sealed record ReadPosition(OrganismTranscript Transcript, TranscriptToken Token, string Explanation, float[] Activation);
