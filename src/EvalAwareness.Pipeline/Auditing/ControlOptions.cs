using System.Text.Json.Serialization;

namespace EvalAwareness.Pipeline.Auditing;

/// <summary>Which control arms and references run beside the baseline; each is left out unless asked for.</summary>
public sealed record ControlOptions
{
    /// <summary>Positions per transcript that get the activations of another transcript. Default: 0.</summary>
    public int ShuffledPositions { get; init; }

    /// <summary>Positions per transcript that get a vector of random direction, as long as their own activation. Default: 0.</summary>
    public int RandomPositions { get; init; }

    /// <summary>Positions per transcript at which nothing is injected. Default: 0.</summary>
    public int NoInjectionPositions { get; init; }

    /// <summary>Words up to each position that the judge of explanations reads in place of one. Default: 0.</summary>
    public int WindowWords { get; init; }

    /// <summary>File of a linear probe that reads the same activations; null leaves it out. Default: null.</summary>
    /// <remarks>A path is no part of what a run is; the probe's own identity stands beside those of the judges.</remarks>
    [JsonIgnore]
    public string? Probe { get; init; }
}
