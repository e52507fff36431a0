using System.Text.Json.Nodes;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Architectures;

/// <summary>The fields that every family has under the same names.</summary>
internal static class ShapeFields
{
    // Several times the deepest model known: a configuration that asks for more would only fill memory with names.
    private const int MostBlocks = 1000;

    /// <param name="fields">Where they stand.</param>
    /// <param name="modelType">The family.</param>
    /// <param name="defaults">What a missing field means; null where none may be missing.</param>
    public static DecoderConfiguration Read(JsonFields fields, string modelType, DecoderConfiguration? defaults = null)
    {
        var shape = new DecoderConfiguration
        {
            ModelType = modelType,
            HiddenSize = fields.PositiveInt("hidden_size", defaults?.HiddenSize),
            IntermediateSize = fields.PositiveInt("intermediate_size", defaults?.IntermediateSize),
            Blocks = Blocks(fields, defaults?.Blocks),
            Heads = fields.PositiveInt("num_attention_heads", defaults?.Heads),
            KeyValueHeads = fields.PositiveInt("num_key_value_heads", defaults?.KeyValueHeads),
            VocabularySize = fields.PositiveInt("vocab_size", defaults?.VocabularySize),
            ContextLength = fields.PositiveInt("max_position_embeddings", defaults?.ContextLength),
            NormEpsilon = fields.PositiveNumber("rms_norm_eps", defaults?.NormEpsilon),
            TiedEmbeddings = fields.OptionalBool("tie_word_embeddings") ?? defaults?.TiedEmbeddings ?? false,
            StoredType = StoredType(fields),
        };
        var headFollows = defaults is null && !fields.IsPresent("head_dim");
        if (!headFollows)
            shape = shape with { HeadSize = fields.PositiveInt("head_dim", defaults?.HeadSize) };
        Check(fields, shape, headFollows);
        return shape;
    }

    public static void Write(DecoderConfiguration configuration, JsonObject json)
    {
        json["hidden_size"] = configuration.HiddenSize;
        json["intermediate_size"] = configuration.IntermediateSize;
        json["num_hidden_layers"] = configuration.Blocks;
        json["num_attention_heads"] = configuration.Heads;
        json["num_key_value_heads"] = configuration.KeyValueHeads;
        if (configuration.AttentionWidth != configuration.HiddenSize)
            json["head_dim"] = configuration.HeadSize;
        json["vocab_size"] = configuration.VocabularySize;
        json["max_position_embeddings"] = configuration.ContextLength;
        json["rms_norm_eps"] = configuration.NormEpsilon;
        RotaryFields.Write(configuration.Rotary, json);
        json["tie_word_embeddings"] = configuration.TiedEmbeddings;
        json["torch_dtype"] = configuration.StoredType.Name();
    }

    /// <summary>What no family computes.</summary>
    public static void RefuseUnimplemented(JsonFields fields)
    {
        fields.RequireAbsent("quantization_config");
        fields.RequireAbsent("num_experts");
        fields.RequireAbsent("num_local_experts");
        fields.RequireBool("is_causal", true);
        fields.RequireNumber("partial_rotary_factor", 1);
    }

    /// <summary>Element type of the weights: <c>torch_dtype</c>, which transformers 5 calls <c>dtype</c>.</summary>
    public static ScalarType StoredType(JsonFields fields)
    {
        var field = fields.IsPresent("torch_dtype") ? "torch_dtype" : "dtype";
        var name = fields.OptionalString(field) ?? "bfloat16";
        if (Enum.TryParse<ScalarType>(name, ignoreCase: true, out var type) && type.IsFloatingPoint())
            return type;
        fields.Problem(field, $"is '{name}'; expected bfloat16, float16 or float32");
        return ScalarType.BFloat16;
    }

    private static int Blocks(JsonFields fields, int? absent)
    {
        var blocks = fields.PositiveInt("num_hidden_layers", absent);
        if (blocks <= MostBlocks)
            return blocks;
        fields.Problem("num_hidden_layers", $"is {blocks}; expected at most {MostBlocks}");
        return 0;
    }

    private static void Check(JsonFields fields, DecoderConfiguration shape, bool headFollows)
    {
        if (shape is not { HiddenSize: > 0, Heads: > 0, KeyValueHeads: > 0 })
            return;
        if (headFollows && shape.AttentionWidth != shape.HiddenSize)
            fields.Problem("num_attention_heads", $"{shape.Heads} does not divide hidden_size {shape.HiddenSize}");
        else if (shape.HeadSize % 2 != 0)
            fields.Problem("head_dim", $"is {shape.HeadSize}; rotary positions turn pairs of features, so it must be even");
        if (shape.Heads % shape.KeyValueHeads != 0)
            fields.Problem("num_key_value_heads", $"{shape.KeyValueHeads} does not divide num_attention_heads {shape.Heads}");
    }
}
