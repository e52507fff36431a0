using System.Text.Json;
using System.Text.Json.Nodes;
using EvalAwareness.Training.Organism;

namespace EvalAwareness.Cli.Validating;

/// <summary>The audit that the truth study is: every response position of fresh transcripts, with every arm and reference beside it.</summary>
internal static class ValidationAudit
{
    public const string Name = "validate";

    private const int ArmPositions = 10;
    private const int WarmStartPositions = 50;
    private const int WindowWords = 64;

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    /// <summary>Writes transcripts and audit file into the run's folder; the same organism and size write the same.</summary>
    /// <returns>Path of the audit file.</returns>
    public static string Write(string folder, OrganismFolder organism, int transcripts)
    {
        Directory.CreateDirectory(folder);
        var cards = OrganismDatasets.Write(
            Path.Combine(folder, "datasets"), OrganismDatasets.Validation, transcripts, new OrganismRecipe().Seed);
        var path = Path.Combine(folder, "audit.json");
        File.WriteAllText(path, Content(organism, cards).ToJsonString(Indented) + "\n");
        return path;
    }

    private static JsonObject Content(OrganismFolder organism, IEnumerable<string> cards) => new()
    {
        ["name"] = Name,
        ["model"] = Path.GetFullPath(organism.Target),
        ["verbalizer"] = Path.GetFullPath(organism.Nla.Verbalizer),
        ["reconstructor"] = Path.GetFullPath(organism.Nla.Reconstructor),
        ["warm_start"] = new JsonObject
        {
            ["verbalizer"] = Path.GetFullPath(organism.WarmStart.Verbalizer),
            ["reconstructor"] = Path.GetFullPath(organism.WarmStart.Reconstructor),
            ["positions"] = WarmStartPositions,
        },
        ["datasets"] = new JsonArray([.. cards.Select(card => (JsonNode)new JsonObject { ["path"] = Path.GetFullPath(card) })]),
        ["positions"] = new JsonObject { ["policy"] = "all" },
        ["sampling"] = new JsonObject { ["max_new_tokens"] = 100 },
        ["controls"] = new JsonObject
        {
            ["shuffled"] = new JsonObject { ["positions"] = ArmPositions },
            ["random"] = new JsonObject { ["positions"] = ArmPositions },
            ["no_injection"] = new JsonObject { ["positions"] = ArmPositions },
            ["window"] = new JsonObject { ["words"] = WindowWords },
            ["probe"] = Path.GetFullPath(organism.Probe),
        },
        ["seed"] = 11,
    };
}
