using System.Text.Json.Nodes;
using EvalAwareness.Inference.Checkpoints;

namespace EvalAwareness.Inference.Architectures;

/// <summary>Rotary frequencies in the notations of transformers 4 (<c>rope_theta</c>, <c>rope_scaling</c>) and 5 (<c>rope_parameters</c>).</summary>
internal static class RotaryFields
{
    private const string Scaled = "rope_scaling";
    private const string Parameters = "rope_parameters";
    private const string Theta = "rope_theta";
    private const string LocalTheta = "rope_local_base_freq";
    private const string Unscaled = "default";

    private static readonly Dictionary<string, Func<JsonFields, RotaryScaling?>> Scalings = new()
    {
        [Unscaled] = _ => null,
        [LinearScaling.Type] = LinearScaling.Read,
        [Llama3Scaling.Type] = Llama3Scaling.Read,
    };

    /// <summary>Where all blocks turn alike.</summary>
    public static RotaryFrequencies Read(JsonFields fields) =>
        ReadParameters(fields) is { } parameters
            ? Of(parameters, fields.IsPresent(Theta) ? fields.PositiveNumber(Theta) : null)
            : new(fields.PositiveNumber(Theta), ReadScaling(fields));

    /// <summary>Where blocks with a window turn by frequencies of their own, which are never scaled in the older notation.</summary>
    public static (RotaryFrequencies Full, RotaryFrequencies Sliding) ReadPair(JsonFields fields, DecoderConfiguration defaults)
    {
        var theta = fields.PositiveNumber(Theta, defaults.Rotary.Theta);
        var local = fields.PositiveNumber(LocalTheta, defaults.LocalRotary!.Theta);
        if (ReadParameters(fields) is not { } parameters)
            return (new(theta, ReadScaling(fields)), new(local));
        return (OfLayerType(parameters, LayerTypes.Full, theta), OfLayerType(parameters, LayerTypes.Sliding, local));
    }

    public static void Write(RotaryFrequencies frequencies, JsonObject json)
    {
        json[Theta] = frequencies.Theta;
        if (frequencies.Scaling is { } scaling)
            json[Scaled] = scaling.ToJson();
    }

    private static JsonFields? ReadParameters(JsonFields fields)
    {
        if (fields.IsPresent(Scaled) && fields.IsPresent(Parameters))
            fields.Problem(Parameters, $"stands beside {Scaled}; one of them must go");
        return fields.OptionalObject(Parameters);
    }

    private static RotaryScaling? ReadScaling(JsonFields fields) =>
        fields.OptionalObject(Scaled) is { } scaling ? ScalingOf(scaling) : null;

    private static RotaryFrequencies OfLayerType(JsonFields parameters, string type, double absentTheta) =>
        parameters.Object(type) is { } own ? Of(own, absentTheta) : new(absentTheta);

    private static RotaryFrequencies Of(JsonFields parameters, double? absentTheta) =>
        new(parameters.PositiveNumber(Theta, absentTheta), ScalingOf(parameters));

    private static RotaryScaling? ScalingOf(JsonFields fields)
    {
        fields.RequireNumber("partial_rotary_factor", 1);
        var name = fields.OptionalString("rope_type") ?? fields.OptionalString("type");
        if (name is null && fields.IsPresent("factor"))
            fields.Problem("rope_type", "is missing");
        if (Scalings.TryGetValue(name ?? Unscaled, out var read))
            return read(fields);
        fields.Problem("rope_type", $"is '{name}'; this version computes {string.Join(", ", Scalings.Keys)}");
        return null;
    }
}
