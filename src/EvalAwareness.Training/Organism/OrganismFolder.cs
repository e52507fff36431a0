using EvalAwareness.Training.Nla;

namespace EvalAwareness.Training.Organism;

/// <summary>Where the organism's checkpoints lie: <c>target</c> and a probe for its belief beside what is trained from it.</summary>
public sealed record OrganismFolder(string Root) : TrainingFolder(Root)
{
    public string Target => Path.Combine(Root, "target");

    /// <summary>A linear probe for the belief, fitted on the target's activations.</summary>
    public string Probe => Path.Combine(Root, "probe.json");
}
