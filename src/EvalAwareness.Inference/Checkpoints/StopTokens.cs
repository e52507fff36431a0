using EvalAwareness.Core;

namespace EvalAwareness.Inference.Checkpoints;

/// <summary>The tokens a checkpoint declares to end generation; some declare several, and missing one makes every output run to its limit.</summary>
internal static class StopTokens
{
    private const string GenerationFile = "generation_config.json";
    private const string Field = "eos_token_id";

    /// <param name="folder">A Hugging Face folder.</param>
    /// <param name="vocabularySize">Tokens that have a score: what has none is never chosen.</param>
    /// <exception cref="RefusedException">Neither file declares any, or one declares what is no token.</exception>
    public static IReadOnlySet<int> Read(string folder, int vocabularySize = int.MaxValue)
    {
        foreach (var name in (string[])[GenerationFile, ConfigurationFile.Name])
        {
            if (Declared(Path.Combine(folder, name), vocabularySize) is { Count: > 0 } ids)
                return ids;
        }
        throw new RefusedException($"{folder}: neither {GenerationFile} nor {ConfigurationFile.Name} declares {Field}.");
    }

    public static void Write(string folder, params IEnumerable<int> ids) =>
        File.WriteAllText(Path.Combine(folder, GenerationFile), $$"""{ "{{Field}}": [{{string.Join(", ", ids)}}] }""" + "\n");

    private static HashSet<int>? Declared(string path, int vocabularySize)
    {
        if (!File.Exists(path))
            return null;
        var fields = new JsonFields(path);
        var ids = fields.Integers(Field);
        foreach (var id in ids?.Where(id => id < 0 || id >= vocabularySize) ?? [])
            fields.Problem(Field, $"names {id}; expected an id from 0 to {vocabularySize - 1}, the last of the vocabulary");
        fields.ThrowIfAnyProblem();
        return ids?.ToHashSet();
    }
}
