namespace EvalAwareness.Training.Optimization;

/// <summary>How a stage is trained.</summary>
public sealed record TrainingOptions
{
    public required int Steps { get; init; }

    /// <summary>Highest learning rate.</summary>
    public required double LearningRate { get; init; }

    /// <summary>Sequences in one step.</summary>
    public required int Batch { get; init; }

    /// <summary>Steps of linear warm-up. Default: 50.</summary>
    public int Warmup { get; init; } = 50;

    /// <summary>Steps between saved states. Default: 50.</summary>
    public int SaveEvery { get; init; } = 50;
}
