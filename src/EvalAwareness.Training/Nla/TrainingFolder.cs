using EvalAwareness.Inference.Nla;

namespace EvalAwareness.Training.Nla;

/// <summary>Where a training leaves what it makes: the pair <c>av</c> and <c>ar</c>, the pair that this began as, and unfinished training.</summary>
public record TrainingFolder(string Root)
{
    /// <summary>The pair after joint training.</summary>
    public NlaFolder Nla => NlaFolder.In(Root);

    /// <summary>The pair as the warm start left it.</summary>
    public NlaFolder WarmStart => NlaFolder.In(Path.Combine(Root, "warm-start"));

    /// <summary>States to resume from, and curves.</summary>
    public string Training => Path.Combine(Root, "training");

    /// <summary>Activations that were read from a corpus, in Parquet.</summary>
    public string Activations => Path.Combine(Root, "activations");

    /// <summary>Summaries that were asked for, one JSON object a line.</summary>
    public string Summaries => Path.Combine(Root, "summaries.jsonl");
}
