using System.Text.Json.Nodes;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Architectures;

/// <summary>What sets a family of decoders apart from the others. What they share is written once, in the decoder.</summary>
internal abstract class Architecture
{
    /// <summary>Its name in <c>config.json</c>.</summary>
    public abstract string ModelType { get; }

    /// <summary>The class that transformers loads it with.</summary>
    public abstract string ClassName { get; }

    /// <summary>The norms around the two halves of a block.</summary>
    public virtual BlockNorms Norms => BlockNorms.BeforeEachHalf;

    /// <summary>Added to the weight of every norm.</summary>
    public virtual double NormOffset => 0;

    /// <summary>Whether query, key and value are projected with a bias.</summary>
    public virtual bool HasAttentionBias => false;

    /// <summary>Whether the query and the key of each head are normalised before they are turned.</summary>
    public virtual bool NormalizesHeads => false;

    /// <summary>What embeddings are multiplied with; null for nothing.</summary>
    public virtual double? EmbeddingScale(DecoderConfiguration configuration) => null;

    /// <summary>The nonlinearity of the MLP's gate.</summary>
    public virtual Tensor Activate(Tensor gate) => gate.Silu();

    /// <summary>The plain name of a stored tensor; null for one of a part that is not computed.</summary>
    public virtual string? PlainName(string stored) => stored;

    /// <summary>Reads what <c>config.json</c> says, and notes as a problem all that would change the result and is not computed.</summary>
    public abstract DecoderConfiguration Read(JsonFields fields);

    /// <summary>Writes what is this family's own and what all families say.</summary>
    public abstract void Write(DecoderConfiguration configuration, JsonObject json);
}
