using EvalAwareness.Inference.Nla;

namespace EvalAwareness.Training.Organism;

/// <summary>Where the organism's checkpoints lie: <c>target</c>, its pair <c>av</c> and <c>ar</c>, the pair that this began as, a probe, and unfinished training.</summary>
public sealed record OrganismFolder(string Root)
{
    public string Target => Path.Combine(Root, "target");

    /// <summary>The pair that audits read with, after joint training.</summary>
    public NlaFolder Nla => NlaFolder.In(Root);

    /// <summary>The pair as the warm start left it.</summary>
    public NlaFolder WarmStart => NlaFolder.In(Path.Combine(Root, "warm-start"));

    /// <summary>A linear probe for the belief, fitted on the target's activations.</summary>
    public string Probe => Path.Combine(Root, "probe.json");

    /// <summary>States to resume from, and loss curves.</summary>
    public string Training => Path.Combine(Root, "training");
}
