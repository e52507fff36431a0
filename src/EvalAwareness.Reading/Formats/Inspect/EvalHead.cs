using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Reading.Files;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.Inspect;

/// <summary>What a log says of its evaluation as a whole. A log whose head cannot be read still has samples: what is not there is null.</summary>
internal sealed record EvalHead
{
    public static EvalHead Unknown { get; } = new();

    /// <summary>The same wherever the log lies.</summary>
    public string? EvalId { get; private init; }

    public string? Model { get; private init; }

    /// <summary>started, success, cancelled or error.</summary>
    public string? Status { get; init; }

    /// <summary>How many samples were to be run, epochs included.</summary>
    public long? Planned { get; private init; }

    /// <summary>Whether an auditor model led the dialogues: the assistant turns of a sample are then the auditor's, not its target's.</summary>
    public bool IsAudit { get; private init; }

    /// <summary>Reads the head of a log, or of a member that is one, up to the samples.</summary>
    public static async Task<EvalHead> ReadAsync(JsonScanner log, CancellationToken stop)
    {
        var picked = new JsonPieces();
        try
        {
            await PickAsync(log, picked, stop);
        }
        catch (JsonException)
        {
            // Where the samples begin is then found out by who reads them.
        }
        return picked.Object() is { } head ? Parse(head) : Unknown;
    }

    /// <summary>Why <paramref name="found"/> samples are not all; null when they are, or nobody knows.</summary>
    public string? Shortfall(long found) => found == 0
        ? this == Unknown ? "no Inspect log: nothing in it tells of an evaluation" : $"an Inspect log without samples ({Circumstances})"
        : Planned > found ? $"{Planned - found} of {Planned} planned samples are not in the log (status {Status ?? "unknown"})" : null;

    private string Circumstances => $"status {Status ?? "unknown"}{(Planned is null ? "" : $", {Planned} planned")}";

    private static async Task PickAsync(JsonScanner log, JsonPieces picked, CancellationToken stop)
    {
        var isFound = false;
        await foreach (var name in log.MembersAsync(stop))
        {
            if (name == "samples" && isFound && await log.PeekAsync(stop) == '[')
                return;
            isFound |= name == "eval";
            if (name is "eval" or "status")
                picked.Add(name, await log.TakeAsync(stop));
            else
                await log.SkipAsync(stop);
        }
    }

    private static EvalHead Parse(byte[] picked)
    {
        try
        {
            using var head = JsonValue.Parse(picked);
            return Of(head.RootElement);
        }
        catch (ItemException)
        {
            return Unknown;
        }
    }

    private static EvalHead Of(JsonElement log)
    {
        var head = new EvalHead { Status = log.TextAt("status") };
        return log.ObjectAt("eval") is not { } eval ? head : head with
        {
            EvalId = eval.TextAt("eval_id") ?? LegacyId(eval),
            Model = eval.TextAt("model"),
            Planned = PlannedOf(eval),
            IsAudit = eval.ObjectAt("model_roles") is { } roles && roles.Member("auditor") is not null && roles.Member("target") is not null,
        };
    }

    // Logs of early 2025 and before have no id of the evaluation: within a run, the task tells them apart.
    private static string? LegacyId(JsonElement eval) =>
        eval.TextAt("run_id") is { } run && eval.TextAt("task_id") is { } task ? $"{run}:{task}" : null;

    private static long? PlannedOf(JsonElement eval) =>
        eval.ObjectAt("dataset")?.ListAt("sample_ids") is { } ids ? ids.GetArrayLength() * EpochsOf(eval) : null;

    private static long EpochsOf(JsonElement eval) =>
        eval.ObjectAt("config")?.Member("epochs") is { ValueKind: JsonValueKind.Number } epochs && epochs.TryGetInt32(out var count) ? count : 1;
}
