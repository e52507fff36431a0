using System.Text.Json.Nodes;

namespace EvalAwareness.Results.Store;

/// <summary>What a run is, written before its first row.</summary>
/// <param name="Identity">Everything the rows depend on: resolved options, seeds, SHA-256 of inputs and checkpoints. Two runs
/// with the same identity are the same run.</param>
/// <param name="Environment">Where it ran: versions, device, git commit. Recorded with each start, never compared.</param>
public sealed record RunSpec(JsonObject Identity, JsonObject Environment)
{
    /// <summary>How many blocks the plan has, so that the folder of an interrupted run tells what is missing; null where unknown.</summary>
    public int? Blocks { get; init; }
}
