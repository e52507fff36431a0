using System.Text.Json.Nodes;
using EvalAwareness.Inference.Checkpoints;

namespace EvalAwareness.Inference.Architectures;

/// <summary>Qwen2 and Qwen2.5 (Yang et al. 2024): pre-norm, gated with SiLU, and the only one with biases, on query, key and value.</summary>
internal sealed class Qwen2 : Architecture
{
    public override string ModelType => "qwen2";

    public override string ClassName => "Qwen2ForCausalLM";

    public override bool HasAttentionBias => true;

    public override DecoderConfiguration Read(JsonFields fields)
    {
        fields.RequireText("hidden_act", "silu");
        var shape = ShapeFields.Read(fields, ModelType);
        QwenWindow.Refuse(fields, shape.Blocks);
        return shape with { Rotary = RotaryFields.Read(fields) };
    }

    public override void Write(DecoderConfiguration configuration, JsonObject json)
    {
        ShapeFields.Write(configuration, json);
        json["hidden_act"] = "silu";
        json["use_sliding_window"] = false;
    }
}
