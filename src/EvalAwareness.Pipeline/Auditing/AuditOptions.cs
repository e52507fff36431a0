using EvalAwareness.Core.Models;
using EvalAwareness.Core.Positions;
using EvalAwareness.Judging;
using EvalAwareness.Reading.Datasets;

namespace EvalAwareness.Pipeline.Auditing;

/// <summary>An audit with every choice resolved and checked: what is read, by which models, how. Paths are absolute.</summary>
public sealed record AuditOptions
{
    /// <summary>Names the run's folder. Default: the audit file's stem.</summary>
    public required string Name { get; init; }

    /// <summary>Checkpoint folder of the target model.</summary>
    public required string Model { get; init; }

    /// <summary>Checkpoint folder of the verbalizer (AV).</summary>
    public required string Verbalizer { get; init; }

    /// <summary>Checkpoint folder of the reconstructor (AR); null leaves explanations without fidelity.</summary>
    public string? Reconstructor { get; init; }

    /// <summary>How the verbalizers inject where their sidecars do not say; null for replacing. Default: null.</summary>
    public InjectionOptions? Injection { get; init; }

    public required IReadOnlyList<DatasetSource> Datasets { get; init; }

    public PositionOptions Positions { get; init; } = new();

    public SamplingOptions Sampling { get; init; } = new();

    public ControlOptions Controls { get; init; } = new();

    /// <summary>The pair before its joint training; null leaves it out. Default: null.</summary>
    public WarmStartOptions? WarmStart { get; init; }

    /// <summary>Which judge decides. Default: the rubric.</summary>
    public JudgeSettings Judge { get; init; } = new();

    /// <summary>A calibration of the judges, or a folder of them, for the report; no part of what a run is. Default: none.</summary>
    public string? JudgeCalibration { get; init; }

    /// <summary>Seed of every random choice. Default: 0.</summary>
    public ulong Seed { get; init; }

    /// <summary>Most positions in one block. Default: 256.</summary>
    public int BlockPositions { get; init; } = 256;

    /// <summary>Type the models compute in: auto, float32 or bfloat16. Default: auto.</summary>
    public string DataType { get; init; } = "auto";

    /// <summary>How the models share the memory. Default: auto.</summary>
    public Residency Residency { get; init; }

    /// <summary>Most transcripts per dataset; null reads all. Default: null.</summary>
    public int? Limit { get; init; }
}
