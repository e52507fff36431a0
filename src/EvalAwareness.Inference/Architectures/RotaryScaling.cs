using System.Text.Json.Nodes;

namespace EvalAwareness.Inference.Architectures;

/// <summary>A change of rotary frequencies for a context longer than a model was first trained on.</summary>
public abstract record RotaryScaling
{
    /// <param name="frequency">In radians a token.</param>
    public abstract double Apply(double frequency);

    /// <summary>As <c>rope_scaling</c> of <c>config.json</c> says it.</summary>
    public abstract JsonObject ToJson();
}
