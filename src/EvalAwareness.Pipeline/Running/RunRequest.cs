using System.Text.Json.Nodes;
using EvalAwareness.Core.Models;
using EvalAwareness.Pipeline.Planning;

namespace EvalAwareness.Pipeline.Running;

/// <summary>Where and how an audit runs; nothing here changes a row.</summary>
/// <param name="Folder">The run's folder; a run that lies there is continued.</param>
/// <param name="Shard">Which share of the blocks.</param>
/// <param name="Environment">What else to record of the machine, such as the device.</param>
/// <param name="Residency">Whether the models take turns in memory.</param>
public sealed record RunRequest(string Folder, Shard Shard, JsonObject Environment, ResidencyChoice Residency);
