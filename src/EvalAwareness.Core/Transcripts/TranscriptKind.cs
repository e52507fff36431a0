namespace EvalAwareness.Core.Transcripts;

/// <summary>What a dataset is for: evaluations are measured, deployment transcripts are the control they are held against.</summary>
public enum TranscriptKind
{
    Evaluation,
    Deployment,
}
