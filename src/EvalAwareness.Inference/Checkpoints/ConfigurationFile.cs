using System.Text.Json;
using System.Text.Json.Nodes;
using EvalAwareness.Core;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Checkpoints;

/// <summary>Reads and writes <c>config.json</c>. All problems are reported at once; what would change the result and is not implemented is refused by name.</summary>
internal static class ConfigurationFile
{
    public const string Name = "config.json";

    public static DecoderConfiguration Read(string folder)
    {
        var fields = new JsonFields(Path.Combine(folder, Name));
        var family = fields.String("model_type");
        if (family is not null and not "qwen2")
            fields.Problem("model_type", $"is '{family}'; this version reads qwen2");
        RefuseUnimplemented(fields);
        var configuration = new DecoderConfiguration
        {
            ModelType = family ?? "",
            HiddenSize = fields.PositiveInt("hidden_size"),
            IntermediateSize = fields.PositiveInt("intermediate_size"),
            Blocks = fields.PositiveInt("num_hidden_layers"),
            Heads = fields.PositiveInt("num_attention_heads"),
            KeyValueHeads = fields.PositiveInt("num_key_value_heads"),
            VocabularySize = fields.PositiveInt("vocab_size"),
            ContextLength = fields.PositiveInt("max_position_embeddings"),
            NormEpsilon = fields.Double("rms_norm_eps"),
            RopeTheta = fields.Double("rope_theta"),
            TiedEmbeddings = fields.OptionalBool("tie_word_embeddings") ?? false,
            StoredType = StoredType(fields),
        };
        CheckDivisions(fields, configuration);
        fields.ThrowIfAnyProblem();
        return configuration;
    }

    public static void Write(string folder, DecoderConfiguration configuration)
    {
        var json = new JsonObject
        {
            ["architectures"] = new JsonArray("Qwen2ForCausalLM"),
            ["model_type"] = configuration.ModelType,
            ["hidden_size"] = configuration.HiddenSize,
            ["intermediate_size"] = configuration.IntermediateSize,
            ["num_hidden_layers"] = configuration.Blocks,
            ["num_attention_heads"] = configuration.Heads,
            ["num_key_value_heads"] = configuration.KeyValueHeads,
            ["vocab_size"] = configuration.VocabularySize,
            ["max_position_embeddings"] = configuration.ContextLength,
            ["rms_norm_eps"] = configuration.NormEpsilon,
            ["rope_theta"] = configuration.RopeTheta,
            ["tie_word_embeddings"] = configuration.TiedEmbeddings,
            ["torch_dtype"] = configuration.StoredType.Name(),
            ["hidden_act"] = "silu",
            ["use_sliding_window"] = false,
        };
        File.WriteAllText(Path.Combine(folder, Name), json.ToJsonString(new JsonSerializerOptions { WriteIndented = true }) + "\n");
    }

    private static void RefuseUnimplemented(JsonFields fields)
    {
        if (fields.OptionalString("hidden_act") is { } activation and not "silu")
            fields.Problem("hidden_act", $"is '{activation}'; this version computes silu");
        if (fields.OptionalBool("use_sliding_window") == true)
            fields.Problem("use_sliding_window", "is true; sliding-window attention is not implemented");
        if (fields.IsPresent("rope_scaling"))
            fields.Problem("rope_scaling", "is set; scaled rotary positions are not implemented");
    }

    private static ScalarType StoredType(JsonFields fields)
    {
        var name = fields.OptionalString("torch_dtype") ?? fields.OptionalString("dtype") ?? "bfloat16";
        if (Enum.TryParse<ScalarType>(name, ignoreCase: true, out var type) && type.IsFloatingPoint())
            return type;
        fields.Problem("torch_dtype", $"is '{name}'; expected bfloat16, float16 or float32");
        return ScalarType.BFloat16;
    }

    private static void CheckDivisions(JsonFields fields, DecoderConfiguration configuration)
    {
        if (configuration is not { Heads: > 0, KeyValueHeads: > 0 })
            return;
        if (configuration.HiddenSize % configuration.Heads != 0)
            fields.Problem("num_attention_heads", $"{configuration.Heads} does not divide hidden_size {configuration.HiddenSize}");
        if (configuration.Heads % configuration.KeyValueHeads != 0)
            fields.Problem("num_key_value_heads", $"{configuration.KeyValueHeads} does not divide num_attention_heads {configuration.Heads}");
    }
}
