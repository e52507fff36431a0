using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Pipeline.Reading;

/// <summary>A dataset ready to be read.</summary>
/// <param name="Name">Stands in every row.</param>
/// <param name="Kind">Evaluation or deployment.</param>
/// <param name="File">Absolute path of the transcripts.</param>
/// <param name="Sha256">Hash of that file, lower-case hex.</param>
public sealed record Dataset(string Name, TranscriptKind Kind, string File, string Sha256);
