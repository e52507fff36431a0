namespace EvalAwareness.Training.Organism;

/// <summary>Where the organism's checkpoints lie: <c>target</c>, <c>av</c> and <c>ar</c>, and unfinished training beside them.</summary>
public sealed record OrganismFolder(string Root)
{
    public string Target => Path.Combine(Root, "target");

    public string Verbalizer => Path.Combine(Root, "av");

    public string Reconstructor => Path.Combine(Root, "ar");

    /// <summary>The verbalizer after joint training.</summary>
    public string JointVerbalizer => Path.Combine(Root, "rl", "av");

    /// <summary>The reconstructor after joint training.</summary>
    public string JointReconstructor => Path.Combine(Root, "rl", "ar");

    /// <summary>States to resume from, and loss curves.</summary>
    public string Training => Path.Combine(Root, "training");
}
