using System.Text.Json.Nodes;
using EvalAwareness.Inference.Checkpoints;

namespace EvalAwareness.Inference.Architectures;

/// <summary>Llama 3 (Grattafiori et al. 2024): pre-norm, gated with SiLU, no biases; from 3.1 on, slow rotary frequencies are stretched over a longer context.</summary>
internal sealed class Llama : Architecture
{
    public override string ModelType => "llama";

    public override string ClassName => "LlamaForCausalLM";

    public override DecoderConfiguration Read(JsonFields fields)
    {
        fields.RequireText("hidden_act", "silu");
        fields.RequireBool("attention_bias", false);
        fields.RequireBool("mlp_bias", false);
        return ShapeFields.Read(fields, ModelType) with { Rotary = RotaryFields.Read(fields) };
    }

    public override void Write(DecoderConfiguration configuration, JsonObject json)
    {
        ShapeFields.Write(configuration, json);
        json["hidden_act"] = "silu";
        json["attention_bias"] = false;
        json["mlp_bias"] = false;
    }
}
