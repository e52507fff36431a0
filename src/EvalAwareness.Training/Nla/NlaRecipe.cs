using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Torch;
using EvalAwareness.Training.Optimization;
using EvalAwareness.Training.Reinforcement;

namespace EvalAwareness.Training.Nla;

/// <summary>What a natural language autoencoder is trained from, and how.</summary>
public sealed record NlaRecipe
{
    /// <summary>Hugging Face folder of the model whose activations are read; both halves begin as copies of it.</summary>
    public required string Target { get; init; }

    /// <summary>The target's architecture.</summary>
    public required DecoderConfiguration Architecture { get; init; }

    /// <summary>Block K whose output is read, from 0.</summary>
    public required int Layer { get; init; }

    /// <summary>What both halves are asked with.</summary>
    public NlaPrompts Prompts { get; init; } = NlaPrompts.Default;

    /// <summary>Seed of the words sampled in joint training.</summary>
    public required ulong Seed { get; init; }

    /// <summary>Element type of a step's arithmetic; weights and moments stay in float32.</summary>
    public required ScalarType ComputeType { get; init; }

    /// <summary>What the sidecars say it was trained on.</summary>
    public required string TrainedOn { get; init; }

    public required TrainingOptions Verbalizer { get; init; }

    public required TrainingOptions Reconstructor { get; init; }

    /// <summary>Joint training after the warm start.</summary>
    public required TrainingOptions Reinforcement { get; init; }

    /// <summary>What each step of joint training samples.</summary>
    public required ReinforcementOptions Rollouts { get; init; }

    /// <summary>Embedding and K + 1 blocks.</summary>
    internal DecoderConfiguration ReconstructorArchitecture => Architecture with { Blocks = Layer + 1 };
}
