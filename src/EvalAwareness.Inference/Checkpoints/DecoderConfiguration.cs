using EvalAwareness.Inference.Architectures;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Checkpoints;

/// <summary>The shape of a decoder, from a Hugging Face <c>config.json</c>.</summary>
public sealed record DecoderConfiguration
{
    /// <summary>Architecture family: <c>qwen2</c>, <c>qwen3</c>, <c>llama</c> or <c>gemma3_text</c>.</summary>
    public required string ModelType { get; init; }

    /// <summary>Width d of the residual stream.</summary>
    public required int HiddenSize { get; init; }

    /// <summary>Width of the gated MLP.</summary>
    public required int IntermediateSize { get; init; }

    /// <summary>Decoder blocks.</summary>
    public required int Blocks { get; init; }

    public required int Heads { get; init; }

    /// <summary>Heads of keys and values, each shared by Heads / KeyValueHeads query heads.</summary>
    public required int KeyValueHeads { get; init; }

    public required int VocabularySize { get; init; }

    /// <summary>Longest sequence the model was made for, in tokens.</summary>
    public required int ContextLength { get; init; }

    /// <summary>Width of one attention head. Default: HiddenSize / Heads.</summary>
    public int HeadSize
    {
        get => field > 0 ? field : HiddenSize / Heads;
        init;
    }

    /// <summary>Scores are divided by its root. Default: HeadSize.</summary>
    public double QueryScalar
    {
        get => field > 0 ? field : HeadSize;
        init;
    }

    public double NormEpsilon { get; init; } = 1e-6;

    /// <summary>How queries and keys are turned.</summary>
    public RotaryFrequencies Rotary { get; init; } = new(Theta: 10_000);

    /// <summary>How they are turned in sliding blocks; null for as in the others.</summary>
    public RotaryFrequencies? LocalRotary { get; init; }

    /// <summary>Newest tokens that a sliding block sees, the reading one included.</summary>
    public int SlidingWindow { get; init; }

    /// <summary>For each block whether it is a sliding one; blocks beyond the list are not.</summary>
    public IReadOnlyList<bool> SlidingBlocks { get; init; } = [];

    /// <summary>Whether the output head is the embedding table.</summary>
    public bool TiedEmbeddings { get; init; }

    /// <summary>Element type the weights are stored in.</summary>
    public ScalarType StoredType { get; init; } = ScalarType.BFloat16;

    /// <summary>Width of all heads together.</summary>
    public long AttentionWidth => (long)Heads * HeadSize;

    internal Architecture Architecture =>
        KnownArchitectures.Find(ModelType) ?? throw new InvalidOperationException($"No architecture is called '{ModelType}'.");

    /// <summary>How many of the newest tokens a block sees; null for all.</summary>
    public int? WindowOf(int block) => IsSliding(block) ? SlidingWindow : null;

    /// <summary>How a block turns queries and keys.</summary>
    public RotaryFrequencies RotaryOf(int block) => IsSliding(block) ? LocalRotary ?? Rotary : Rotary;

    private bool IsSliding(int block) => block < SlidingBlocks.Count && SlidingBlocks[block];
}
