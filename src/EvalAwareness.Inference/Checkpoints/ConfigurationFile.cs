using System.Text.Json;
using System.Text.Json.Nodes;
using EvalAwareness.Core;
using EvalAwareness.Inference.Architectures;

namespace EvalAwareness.Inference.Checkpoints;

/// <summary>Reads and writes <c>config.json</c>. All problems are reported at once; what would change the result and is not implemented is refused by name.</summary>
internal static class ConfigurationFile
{
    public const string Name = "config.json";

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <exception cref="RefusedException">The file is missing, or describes nothing that can be computed.</exception>
    public static DecoderConfiguration Read(string folder)
    {
        var fields = new JsonFields(Path.Combine(folder, Name));
        ShapeFields.RefuseUnimplemented(fields);
        var configuration = Family(fields)?.Read(fields);
        fields.ThrowIfAnyProblem();
        return configuration!;
    }

    public static void Write(string folder, DecoderConfiguration configuration)
    {
        var architecture = configuration.Architecture;
        var json = new JsonObject
        {
            ["architectures"] = new JsonArray(architecture.ClassName),
            ["model_type"] = architecture.ModelType,
        };
        architecture.Write(configuration, json);
        File.WriteAllText(Path.Combine(folder, Name), json.ToJsonString(Indented) + "\n");
    }

    private static Architecture? Family(JsonFields fields)
    {
        if (fields.String("model_type") is not { } name)
            return null;
        var family = KnownArchitectures.Find(name);
        if (family is null)
            fields.Problem("model_type", $"is '{name}'; this version reads {KnownArchitectures.Names}");
        return family;
    }
}
