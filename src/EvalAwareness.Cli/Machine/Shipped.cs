using EvalAwareness.Training.Organism;

namespace EvalAwareness.Cli.Machine;

/// <summary>Where the shipped organism lies, seen from the repository's root.</summary>
internal static class Shipped
{
    public const string Datasets = "datasets";

    /// <summary>Classifiers of explanations and of turns.</summary>
    public static string Judge { get; } = Path.Combine(Datasets, "judge");

    public static OrganismFolder Organism { get; } = new(Path.Combine(Datasets, "organism"));

    public static IReadOnlyList<string> Checkpoints { get; } = [Organism.Target, Organism.Nla.Verbalizer, Organism.Nla.Reconstructor];
}
