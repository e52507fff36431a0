namespace EvalAwareness.Inference.Tests.Hostile;

/// <summary>What is done to a file of a checkpoint, by its kind.</summary>
internal static class Mutations
{
    public static byte[] Mutate(string file, byte[] original, Random random) => Path.GetExtension(file) switch
    {
        ".json" => JsonMutations.Mutate(original, random),
        ".yaml" => YamlMutations.Mutate(original, random),
        ".jinja" => TemplateMutations.Mutate(original, random),
        _ => SafetensorsMutations.Mutate(original, random),
    };
}
