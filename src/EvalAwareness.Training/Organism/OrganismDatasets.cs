using EvalAwareness.Training.Corpus;

namespace EvalAwareness.Training.Organism;

/// <summary>Writes transcripts of all four families that nothing is trained on, each family with its card.</summary>
public static class OrganismDatasets
{
    /// <summary>The split that the shipped datasets come from.</summary>
    public const string Shipped = "held-out";

    /// <summary>A split of its own for the truth study: no recipe was chosen by looking at it.</summary>
    public const string Validation = "validation";

    /// <param name="root">Folder that gets one folder per family.</param>
    /// <param name="split">Which transcripts.</param>
    /// <param name="size">Transcripts of each family.</param>
    /// <param name="seed">The recipe's.</param>
    /// <returns>The cards.</returns>
    public static IReadOnlyList<string> Write(string root, string split, int size, ulong seed)
    {
        var corpus = new OrganismCorpus(seed);
        return [.. Enum.GetValues<Family>().Select(family =>
            DatasetWriter.Write(Path.Combine(root, family.Name()), split, family, size, corpus))];
    }
}
