using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Torch;
using EvalAwareness.Training.Nla;
using EvalAwareness.Training.Optimization;
using EvalAwareness.Training.Reinforcement;

namespace EvalAwareness.Training.Organism;

/// <summary>Everything the shipped organism is made from: the same recipe gives the same checkpoints.</summary>
public sealed record OrganismRecipe
{
    /// <summary>Seed of corpus, initial weights and draws. Default: 20260.</summary>
    public ulong Seed { get; init; } = 20260;

    /// <summary>Tokens of the vocabulary. Default: 2048.</summary>
    public int VocabularySize { get; init; } = 2048;

    /// <summary>Transcripts the vocabulary is trained on. Default: 4000.</summary>
    public int TokenizerTranscripts { get; init; } = 4000;

    /// <summary>Block K whose output is read, from 0. Default: 2.</summary>
    public int Layer { get; init; } = 2;

    /// <summary>Transcripts in each shipped dataset. Default: 100.</summary>
    public int DatasetSize { get; init; } = 100;

    /// <summary>
    /// Element type of a step's arithmetic; weights and moments stay in float32. A processor without bfloat16 products takes
    /// several times as long. Default: bfloat16, in which the checkpoints are stored and run.
    /// </summary>
    public ScalarType ComputeType { get; init; } = ScalarType.BFloat16;

    public DecoderConfiguration Architecture { get; init; } = new()
    {
        ModelType = "qwen2",
        HiddenSize = 256,
        IntermediateSize = 704,
        Blocks = 4,
        Heads = 4,
        KeyValueHeads = 4,
        VocabularySize = 2048,
        ContextLength = 8192,
        TiedEmbeddings = true,
        StoredType = ScalarType.BFloat16,
    };

    public TrainingOptions Target { get; init; } = new() { Steps = 600, LearningRate = 2e-3, Batch = 32 };

    public TrainingOptions Verbalizer { get; init; } = new() { Steps = 5000, LearningRate = 1e-3, Batch = 64 };

    public TrainingOptions Reconstructor { get; init; } = new() { Steps = 4000, LearningRate = 1e-3, Batch = 64 };

    /// <summary>Steps of joint training after the warm start.</summary>
    public TrainingOptions Reinforcement { get; init; } = new() { Steps = 400, LearningRate = 2e-4, Batch = 256, Warmup = 10, SaveEvery = 25 };

    /// <summary>What each of them samples.</summary>
    public ReinforcementOptions Rollouts { get; init; } = new();

    /// <summary>The part of it that its verbalizer and reconstructor are made from.</summary>
    public NlaRecipe Nla(OrganismFolder folder) => new()
    {
        Target = folder.Target,
        Architecture = Architecture,
        Layer = Layer,
        Prompts = OrganismNla.Prompts,
        Seed = Seed,
        ComputeType = ComputeType,
        TrainedOn = OrganismNla.TrainedOn,
        Verbalizer = Verbalizer,
        Reconstructor = Reconstructor,
        Reinforcement = Reinforcement,
        Rollouts = Rollouts,
    };
}
