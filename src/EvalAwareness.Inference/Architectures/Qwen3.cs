using System.Text.Json.Nodes;
using EvalAwareness.Inference.Checkpoints;

namespace EvalAwareness.Inference.Architectures;

/// <summary>Qwen3, dense (Yang et al. 2025): as Qwen2, but the query and key of each head are normalised, no projection has a bias, and a head has a width of its own.</summary>
internal sealed class Qwen3 : Architecture
{
    public override string ModelType => "qwen3";

    public override string ClassName => "Qwen3ForCausalLM";

    public override bool NormalizesHeads => true;

    public override DecoderConfiguration Read(JsonFields fields)
    {
        fields.RequireText("hidden_act", "silu");
        fields.RequireBool("attention_bias", false);
        // Left out, it would not follow from the width: transformers takes 128.
        fields.RequirePresent("head_dim");
        var shape = ShapeFields.Read(fields, ModelType);
        QwenWindow.Refuse(fields, shape.Blocks);
        return shape with { Rotary = RotaryFields.Read(fields) };
    }

    public override void Write(DecoderConfiguration configuration, JsonObject json)
    {
        ShapeFields.Write(configuration, json);
        json["head_dim"] = configuration.HeadSize;
        json["hidden_act"] = "silu";
        json["attention_bias"] = false;
        json["use_sliding_window"] = false;
    }
}
