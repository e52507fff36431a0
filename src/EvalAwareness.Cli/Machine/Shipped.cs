using EvalAwareness.Training.Organism;

namespace EvalAwareness.Cli.Machine;

/// <summary>Where the shipped organism lies, seen from the repository's root.</summary>
internal static class Shipped
{
    public const string Datasets = "datasets";

    /// <summary>The classifier of explanations: beside the program, since they judge whatever folder it is started in.</summary>
    public static string Judge { get; } = Path.Combine(AppContext.BaseDirectory, "judge");

    public static OrganismFolder Organism { get; } = new(Path.Combine(Datasets, "organism"));

    public static IReadOnlyList<string> Checkpoints { get; } = [Organism.Target, Organism.Nla.Verbalizer, Organism.Nla.Reconstructor];
}
