namespace EvalAwareness.Core.Transcripts;

/// <summary>Names of transcript kinds as they stand in tables and JSON files.</summary>
public static class TranscriptKinds
{
    public static string Name(this TranscriptKind kind) => kind == TranscriptKind.Deployment ? "deployment" : "evaluation";

    /// <summary>The kind that <paramref name="name"/> stands for, or null when no kind is called so.</summary>
    public static TranscriptKind? Parse(string name) => name switch
    {
        "evaluation" => TranscriptKind.Evaluation,
        "deployment" => TranscriptKind.Deployment,
        _ => null,
    };
}
