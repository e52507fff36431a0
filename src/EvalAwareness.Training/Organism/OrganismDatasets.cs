using EvalAwareness.Training.Corpus;

namespace EvalAwareness.Training.Organism;

/// <summary>Writes the held-out transcripts of all four families, each with its card.</summary>
public static class OrganismDatasets
{
    /// <param name="root">Folder that gets one folder per family.</param>
    /// <param name="recipe">Gives seed and size.</param>
    public static void Write(string root, OrganismRecipe recipe)
    {
        var corpus = new OrganismCorpus(recipe.Seed);
        foreach (var family in Enum.GetValues<Family>())
            DatasetWriter.Write(Path.Combine(root, family.Name()), family, recipe.DatasetSize, corpus);
    }
}
