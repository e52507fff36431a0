using EvalAwareness.Inference.Architectures;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Checkpoints;

/// <summary>The tensors a decoder consists of, by their Hugging Face names, with their shapes.</summary>
public static class WeightNames
{
    public const string Embedding = "model.embed_tokens.weight";
    public const string FinalNorm = "model.norm.weight";
    public const string Head = "lm_head.weight";

    /// <summary>Prefix of everything in one block.</summary>
    public static string Block(int block) => $"model.layers.{block}.";

    /// <summary>Every tensor of a decoder that predicts tokens.</summary>
    public static IEnumerable<KeyValuePair<string, long[]>> OfLanguageModel(DecoderConfiguration configuration)
    {
        var names = OfTrunk(configuration).Append(new(FinalNorm, [configuration.HiddenSize]));
        return configuration.TiedEmbeddings
            ? names
            : names.Append(new(Head, [configuration.VocabularySize, configuration.HiddenSize]));
    }

    /// <summary>Embedding and blocks alone: all that a reconstructor stores.</summary>
    public static IEnumerable<KeyValuePair<string, long[]>> OfTrunk(DecoderConfiguration configuration) =>
        Enumerable.Range(0, configuration.Blocks)
            .SelectMany(block => OfBlock(configuration, Block(block)))
            .Prepend(new(Embedding, [configuration.VocabularySize, configuration.HiddenSize]));

    /// <summary>Memory that tensors take in a type.</summary>
    public static long BytesAs(IEnumerable<KeyValuePair<string, long[]>> tensors, ScalarType type) =>
        tensors.Sum(tensor => tensor.Value.Aggregate((long)type.Size(), (bytes, size) => bytes * size));

    private static IEnumerable<KeyValuePair<string, long[]>> OfBlock(DecoderConfiguration configuration, string prefix)
    {
        var (norms, width, mlp) = (configuration.Architecture.Norms, configuration.HiddenSize, configuration.IntermediateSize);
        return
        [
            .. Norm(norms.BeforeAttention),
            .. OfAttention(configuration, prefix + "self_attn."),
            .. Norm(norms.AfterAttention),
            .. Norm(norms.BeforeMlp),
            Named(prefix + "mlp.gate_proj.weight", mlp, width),
            Named(prefix + "mlp.up_proj.weight", mlp, width),
            Named(prefix + "mlp.down_proj.weight", width, mlp),
            .. Norm(norms.AfterMlp),
        ];

        KeyValuePair<string, long[]>[] Norm(string? name) => name is null ? [] : [Named($"{prefix}{name}.weight", width)];
    }

    private static IEnumerable<KeyValuePair<string, long[]>> OfAttention(DecoderConfiguration configuration, string prefix)
    {
        var (architecture, keys) = (configuration.Architecture, (long)configuration.KeyValueHeads * configuration.HeadSize);
        foreach (var (projection, width) in new[] { ("q_proj", configuration.AttentionWidth), ("k_proj", keys), ("v_proj", keys) })
        {
            yield return Named($"{prefix}{projection}.weight", width, configuration.HiddenSize);
            if (architecture.HasAttentionBias)
                yield return Named($"{prefix}{projection}.bias", width);
        }
        if (architecture.NormalizesHeads)
        {
            yield return Named(prefix + "q_norm.weight", configuration.HeadSize);
            yield return Named(prefix + "k_norm.weight", configuration.HeadSize);
        }
        yield return Named(prefix + "o_proj.weight", configuration.HiddenSize, configuration.AttentionWidth);
    }

    private static KeyValuePair<string, long[]> Named(string name, params long[] shape) => new(name, shape);
}
