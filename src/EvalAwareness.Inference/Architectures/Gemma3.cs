using System.Text.Json.Nodes;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Architectures;

/// <summary>
/// Gemma 3, text (Gemma Team 2025): embeddings scaled by √d, norms with weight 1 + w around both halves of a block, heads normalised, gated
/// with GELU; five blocks of six see a window and turn positions by frequencies of their own. Released checkpoints but the smallest wrap it
/// together with an image tower, which is not computed.
/// </summary>
internal sealed class Gemma3 : Architecture
{
    public const string TextType = "gemma3_text";
    public const string WrapperType = "gemma3";

    private const string ActivationName = "gelu_pytorch_tanh";
    private const int DefaultPattern = 6;

    /// <summary>What Gemma3TextConfig of transformers takes for a missing field: the released 4B, 12B and 27B leave out all that equals it.</summary>
    private static readonly DecoderConfiguration Defaults = new()
    {
        ModelType = TextType,
        VocabularySize = 262_208,
        HiddenSize = 2304,
        IntermediateSize = 9216,
        Blocks = 26,
        Heads = 8,
        KeyValueHeads = 4,
        HeadSize = 256,
        QueryScalar = 256,
        ContextLength = 131_072,
        NormEpsilon = 1e-6,
        Rotary = new(1_000_000),
        LocalRotary = new(10_000),
        SlidingWindow = 4096,
        TiedEmbeddings = true,
    };

    public override string ModelType => TextType;

    public override string ClassName => "Gemma3ForCausalLM";

    public override BlockNorms Norms => BlockNorms.AroundEachHalf;

    public override double NormOffset => 1;

    public override bool NormalizesHeads => true;

    public override double? EmbeddingScale(DecoderConfiguration configuration) => Math.Sqrt(configuration.HiddenSize);

    public override Tensor Activate(Tensor gate) => gate.GeluTanh();

    public override string? PlainName(string stored) => Gemma3Names.Plain(stored);

    public override DecoderConfiguration Read(JsonFields fields)
    {
        if (fields.OptionalString("model_type") != WrapperType)
            return ReadText(fields, fields);
        return fields.Object("text_config") is { } text ? ReadText(text, fields) : Defaults;
    }

    public override void Write(DecoderConfiguration configuration, JsonObject json)
    {
        ShapeFields.Write(configuration, json);
        json["head_dim"] = configuration.HeadSize;
        json["hidden_activation"] = ActivationName;
        json["query_pre_attn_scalar"] = configuration.QueryScalar;
        json["sliding_window"] = configuration.SlidingWindow;
        json["rope_local_base_freq"] = configuration.LocalRotary!.Theta;
        json["layer_types"] = new JsonArray([.. LayerTypes.Names(configuration.SlidingBlocks).Take(configuration.Blocks).Select(name => JsonValue.Create(name))]);
    }

    /// <param name="text">The text model's own fields.</param>
    /// <param name="file">Those of the file, which may say for both parts how the weights are stored and tied.</param>
    private DecoderConfiguration ReadText(JsonFields text, JsonFields file)
    {
        text.RequireText("model_type", TextType);
        ShapeFields.RefuseUnimplemented(text);
        text.RequireText("hidden_activation", ActivationName);
        text.RequireBool("attention_bias", false);
        text.RequireBool("use_bidirectional_attention", false);
        text.RequireAbsent("attn_logit_softcapping");
        text.RequireAbsent("final_logit_softcapping");
        var (rotary, local) = RotaryFields.ReadPair(text, Defaults);
        var shape = ShapeFields.Read(text, ModelType, Defaults);
        return shape with
        {
            QueryScalar = text.PositiveNumber("query_pre_attn_scalar", Defaults.QueryScalar),
            SlidingWindow = text.PositiveInt("sliding_window", Defaults.SlidingWindow),
            SlidingBlocks = LayerTypes.ReadSliding(text, shape.Blocks, DefaultPattern),
            Rotary = rotary,
            LocalRotary = local,
            TiedEmbeddings = Tied(text, file),
            StoredType = ShapeFields.StoredType(text.IsPresent("dtype") || text.IsPresent("torch_dtype") ? text : file),
        };
    }

    private static bool Tied(JsonFields text, JsonFields file)
    {
        const string Field = "tie_word_embeddings";
        var (inner, outer) = (text.OptionalBool(Field), file.OptionalBool(Field));
        if (inner is not null && outer is not null && inner != outer)
            file.Problem(Field, $"contradicts text_config.{Field}");
        return inner ?? outer ?? Defaults.TiedEmbeddings;
    }
}
