using EvalAwareness.Core.Transcripts;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Pipeline.Reading;

/// <summary>What one line of a dataset became: exactly one of the two is set.</summary>
public sealed record ReadItem(Transcript? Transcript, FailureRow? Failure);
