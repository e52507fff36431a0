using EvalAwareness.Core;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Safetensors;

namespace EvalAwareness.Inference.Nla;

/// <summary>The square matrix that turns the reconstructor's last hidden state into an activation.</summary>
internal static class ValueHead
{
    public const string FileName = "value_head.safetensors";
    public const string WeightName = "weight";

    /// <returns>[d, d], owned by the caller.</returns>
    /// <exception cref="RefusedException">Missing, not square of width d, or not finite.</exception>
    public static Tensor Load(string folder, int width, ComputeOptions compute)
    {
        var path = Path.Combine(folder, FileName);
        try
        {
            using var file = SafetensorsFile.Open(path);
            if (!file.Entries.TryGetValue(WeightName, out var entry) || file.Entries.Count != 1)
                throw new RefusedException($"{path}: it must hold one tensor named '{WeightName}'.");
            if (!entry.Shape.SequenceEqual([width, width]))
                throw new RefusedException($"{path}: {WeightName} has shape [{string.Join(", ", entry.Shape)}]; expected [{width}, {width}].");
            if (!entry.Type.IsFloatingPoint())
                throw new RefusedException($"{path}: {WeightName} holds {entry.Type.Name()}, not floating-point numbers.");
            using var scope = TensorScope.Enter();
            var stored = file.View(WeightName);
            if (!Array.TrueForAll(stored.ToArray<float>(), float.IsFinite))
                throw new RefusedException($"{path}: {WeightName} holds NaN or infinity.");
            var placed = stored.To(compute.Device).To(compute.Type);
            // The file is closed here, and a view of it would not outlive that.
            return scope.Return(placed == stored ? stored.Clone() : placed);
        }
        catch (SafetensorsException error)
        {
            throw new RefusedException(error.Message, error);
        }
    }
}
