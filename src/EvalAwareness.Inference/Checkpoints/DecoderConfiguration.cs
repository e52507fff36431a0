using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Checkpoints;

/// <summary>The shape of a decoder, from a Hugging Face <c>config.json</c>.</summary>
public sealed record DecoderConfiguration
{
    /// <summary>Architecture family; only <c>qwen2</c> so far.</summary>
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

    public double NormEpsilon { get; init; } = 1e-6;

    /// <summary>Base of the rotary position frequencies.</summary>
    public double RopeTheta { get; init; } = 10_000;

    /// <summary>Whether the output head is the embedding table.</summary>
    public bool TiedEmbeddings { get; init; }

    /// <summary>Element type the weights are stored in.</summary>
    public ScalarType StoredType { get; init; } = ScalarType.BFloat16;

    /// <summary>Width of one attention head.</summary>
    public int HeadSize => HiddenSize / Heads;
}
