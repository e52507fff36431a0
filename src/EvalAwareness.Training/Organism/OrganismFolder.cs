namespace EvalAwareness.Training.Organism;

/// <summary>Where the organism's checkpoints lie: <c>target</c>, its pair <c>av</c> and <c>ar</c>, the pair that this began as, and unfinished training.</summary>
public sealed record OrganismFolder(string Root)
{
    public string Target => Path.Combine(Root, "target");

    /// <summary>The pair that audits read with, after joint training.</summary>
    public NlaPair Nla => new(Root);

    /// <summary>The pair as the warm start left it.</summary>
    public NlaPair WarmStart => new(Path.Combine(Root, "warm-start"));

    /// <summary>States to resume from, and loss curves.</summary>
    public string Training => Path.Combine(Root, "training");
}
