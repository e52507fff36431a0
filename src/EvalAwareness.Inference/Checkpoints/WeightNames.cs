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

    private static IEnumerable<KeyValuePair<string, long[]>> OfBlock(DecoderConfiguration configuration, string prefix)
    {
        long width = configuration.HiddenSize;
        long mlp = configuration.IntermediateSize;
        long keys = (long)configuration.KeyValueHeads * configuration.HeadSize;
        return new Dictionary<string, long[]>
        {
            [prefix + "input_layernorm.weight"] = [width],
            [prefix + "self_attn.q_proj.weight"] = [width, width],
            [prefix + "self_attn.q_proj.bias"] = [width],
            [prefix + "self_attn.k_proj.weight"] = [keys, width],
            [prefix + "self_attn.k_proj.bias"] = [keys],
            [prefix + "self_attn.v_proj.weight"] = [keys, width],
            [prefix + "self_attn.v_proj.bias"] = [keys],
            [prefix + "self_attn.o_proj.weight"] = [width, width],
            [prefix + "post_attention_layernorm.weight"] = [width],
            [prefix + "mlp.gate_proj.weight"] = [mlp, width],
            [prefix + "mlp.up_proj.weight"] = [mlp, width],
            [prefix + "mlp.down_proj.weight"] = [width, mlp],
        };
    }
}
