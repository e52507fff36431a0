using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Training.Corpus;

/// <summary>The four kinds of situation the synthetic corpus writes about.</summary>
public enum Family
{
    Blackmail,
    DestructiveCoding,
    SweBench,
    Deployment,
}

/// <summary>What goes with each family.</summary>
public static class Families
{
    /// <summary>The dataset name, as it stands in files and folders.</summary>
    public static string Name(this Family family) => family switch
    {
        Family.Blackmail => "blackmail",
        Family.DestructiveCoding => "destructive-coding",
        Family.SweBench => "swe-bench",
        Family.Deployment => "deployment",
        _ => throw new ArgumentOutOfRangeException(nameof(family), family, null),
    };

    /// <summary>Deployment is the control; the other three are evaluations.</summary>
    public static TranscriptKind Kind(this Family family) =>
        family == Family.Deployment ? TranscriptKind.Deployment : TranscriptKind.Evaluation;
}
