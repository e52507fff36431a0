using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using EvalAwareness.Core.Models;
using EvalAwareness.Pipeline.Planning;
using EvalAwareness.Results.Store;

namespace EvalAwareness.Pipeline.Running;

/// <summary>Says what a run is: everything its rows depend on, and beside it where it ran.</summary>
internal static class RunIdentity
{
    private static readonly JsonSerializerOptions Json = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseLower) },
    };

    public static RunSpec Spec(PlannedAudit planned, AuditModels models, AuditJudges judges, RunRequest request) =>
        new(Identity(planned, models, judges), Environment(planned, models, request)) { Blocks = planned.Plan.Blocks.Count };

    // Paths stay out: a run that moved is the same run, and the hashes tell what lay there.
    private static JsonObject Identity(PlannedAudit planned, AuditModels models, AuditJudges judges) => new()
    {
        ["name"] = planned.Audit.Name,
        ["positions"] = Node(planned.Audit.Positions),
        ["sampling"] = Node(planned.Audit.Sampling),
        ["controls"] = Node(planned.Audit.Controls),
        ["warm_start_positions"] = planned.Audit.WarmStart?.Positions,
        ["seed"] = planned.Audit.Seed,
        ["block_positions"] = planned.Audit.BlockPositions,
        ["limit"] = planned.Audit.Limit,
        ["datasets"] = new JsonArray(
            [.. planned.Datasets.Select(dataset => Node(new { dataset.Name, dataset.Kind, dataset.Sha256 }))]),
        ["models"] = new JsonObject
        {
            ["target"] = Model(models.Target.Card, models.Target.Layer),
            ["verbalizer"] = Model(models.Nla.Verbalizer.Card),
            ["reconstructor"] = Model(models.Nla.Reconstructor?.Card),
            ["warm_start_verbalizer"] = Model(models.WarmStart?.Verbalizer.Card),
            ["warm_start_reconstructor"] = Model(models.WarmStart?.Reconstructor?.Card),
        },
        ["judges"] = Judges(planned, judges),
    };

    private static JsonObject Judges(PlannedAudit planned, AuditJudges judges)
    {
        var identity = new JsonObject
        {
            ["explanation"] = Node(judges.Explanations.Identity),
            ["turn"] = Node(judges.Turns.Identity),
            ["activation"] = Node(judges.Activations?.Identity),
        };
        // Only a model is told what the datasets are.
        if (judges.Explanations.Identity.Model is not null)
            identity["told"] = Node(planned.Datasets.ToDictionary(dataset => dataset.Name, dataset => dataset.Evaluation));
        return identity;
    }

    private static JsonObject Environment(PlannedAudit planned, AuditModels models, RunRequest request)
    {
        var environment = (JsonObject)request.Environment.DeepClone();
        environment["shard"] = $"{request.Shard.Number}/{request.Shard.Count}";
        environment["runtime"] = System.Runtime.InteropServices.RuntimeInformation.FrameworkDescription;
        environment["system"] = System.Runtime.InteropServices.RuntimeInformation.OSDescription;
        environment["residency"] = Node(request.Residency.Residency);
        environment["warnings"] = Node(RunWarnings.For(planned, models.Target.Card));
        return environment;
    }

    private static JsonNode? Model(ModelCard? card, int? layer = null) =>
        card is null ? null : Node(new { card.Name, card.Sha256, card.DataType, Layer = layer });

    private static JsonNode? Node<T>(T value) => JsonSerializer.SerializeToNode(value, Json);
}
