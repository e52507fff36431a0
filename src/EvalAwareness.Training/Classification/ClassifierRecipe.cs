namespace EvalAwareness.Training.Classification;

/// <summary>How a classifier is trained.</summary>
public sealed record ClassifierRecipe
{
    /// <summary>How often every text is shown. Default: 5.</summary>
    public int Epochs { get; init; } = 5;

    /// <summary>Texts in one step. Default: 16.</summary>
    public int Batch { get; init; } = 16;

    /// <summary>Highest learning rate. Default: 0.001.</summary>
    public double LearningRate { get; init; } = 1e-3;

    /// <summary>Rank of what is added to the encoder's matrices. Default: 16.</summary>
    public int Rank { get; init; } = 16;

    /// <summary>Factor of what is added. Default: 2.</summary>
    public double Scale { get; init; } = 2;

    /// <summary>Share of states that a step hides. Default: 0.1.</summary>
    public double Dropout { get; init; } = 0.1;

    /// <summary>Of order, beginning and what is hidden. Default: 1.</summary>
    public ulong Seed { get; init; } = 1;
}
