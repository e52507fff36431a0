using System.Text.Json.Nodes;
using EvalAwareness.Inference.Checkpoints;

namespace EvalAwareness.Inference.Architectures;

/// <summary>Every frequency divided by one factor, as if positions lay closer together (Chen et al. 2023).</summary>
public sealed record LinearScaling(double Factor) : RotaryScaling
{
    public const string Type = "linear";

    public override double Apply(double frequency) => frequency / Factor;

    public override JsonObject ToJson() => new() { ["rope_type"] = Type, ["factor"] = Factor };

    internal static RotaryScaling Read(JsonFields fields) => new LinearScaling(fields.PositiveNumber("factor"));
}
