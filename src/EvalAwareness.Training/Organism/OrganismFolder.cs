using EvalAwareness.Training.Nla;

namespace EvalAwareness.Training.Organism;

/// <summary>Where the organism's checkpoints lie: <c>target</c> beside what is trained from it.</summary>
public sealed record OrganismFolder(string Root) : TrainingFolder(Root)
{
    public string Target => Path.Combine(Root, "target");
}
