using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Models;

namespace EvalAwareness.Training.Evaluation;

/// <summary>A probe on disk, as JSON.</summary>
public static class ProbeFile
{
    private static readonly JsonSerializerOptions Options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower,
        RespectNullableAnnotations = true,
        RespectRequiredConstructorParameters = true,
    };

    public static void Write(string path, BeliefProbe probe) => File.WriteAllText(
        path, JsonSerializer.Serialize(new Content(probe.TargetSha256, probe.Layer, probe.Bias, probe.Weights), Options) + "\n");

    /// <exception cref="RefusedException">The file is no probe, or one for other activations than those of <paramref name="target"/>.</exception>
    public static BeliefProbe Read(string path, ITargetModel target)
    {
        var content = Parse(path);
        if (content.TargetSha256 != target.Card.Sha256)
            throw new RefusedException($"{path}: target_sha256: the probe was fitted on another target than {target.Card.Name}. Fit it again: evalaware train organism.");
        if (content.Layer != target.Layer)
            throw new RefusedException($"{path}: layer: the probe reads block {content.Layer}, this run block {target.Layer}.");
        if (content.Weights.Length != target.Card.HiddenSize)
            throw new RefusedException($"{path}: weights: {content.Weights.Length} numbers; the target's activations have {target.Card.HiddenSize}.");
        return new BeliefProbe(content.TargetSha256, content.Layer, content.Weights, content.Bias);
    }

    private static Content Parse(string path)
    {
        try
        {
            return JsonSerializer.Deserialize<Content>(File.ReadAllText(path), Options) ?? throw new RefusedException($"{path}: holds null, not a probe");
        }
        catch (JsonException broken)
        {
            throw new RefusedException($"{path}: not a probe: {broken.Message}", broken);
        }
    }

    private sealed record Content(string TargetSha256, int Layer, double Bias, double[] Weights);
}
