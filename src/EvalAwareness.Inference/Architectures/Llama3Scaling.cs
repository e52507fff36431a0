using System.Text.Json.Nodes;
using EvalAwareness.Inference.Checkpoints;

namespace EvalAwareness.Inference.Architectures;

/// <summary>
/// Slow frequencies divided by a factor, fast ones kept, those between blended (Grattafiori et al. 2024). A frequency is slow when it turns
/// less than <paramref name="LowTurns"/> times within the original context, fast when more than <paramref name="HighTurns"/> times.
/// </summary>
/// <param name="Factor">Divides the slow frequencies.</param>
/// <param name="LowTurns"><c>low_freq_factor</c>.</param>
/// <param name="HighTurns"><c>high_freq_factor</c>.</param>
/// <param name="OriginalContext">Tokens of the context before it was lengthened.</param>
public sealed record Llama3Scaling(double Factor, double LowTurns, double HighTurns, int OriginalContext) : RotaryScaling
{
    public const string Type = "llama3";

    public override double Apply(double frequency)
    {
        var turns = OriginalContext * frequency / (2 * Math.PI);
        var kept = Math.Clamp((turns - LowTurns) / (HighTurns - LowTurns), 0, 1);
        return (1 - kept) * frequency / Factor + kept * frequency;
    }

    public override JsonObject ToJson() => new()
    {
        ["rope_type"] = Type,
        ["factor"] = Factor,
        ["low_freq_factor"] = LowTurns,
        ["high_freq_factor"] = HighTurns,
        ["original_max_position_embeddings"] = OriginalContext,
    };

    internal static RotaryScaling Read(JsonFields fields)
    {
        var (low, high) = (fields.PositiveNumber("low_freq_factor"), fields.PositiveNumber("high_freq_factor"));
        if (low > 0 && high > 0 && high <= low)
            fields.Problem("high_freq_factor", $"is {high}; it must exceed low_freq_factor {low}");
        return new Llama3Scaling(fields.PositiveNumber("factor"), low, high, fields.PositiveInt("original_max_position_embeddings"));
    }
}
