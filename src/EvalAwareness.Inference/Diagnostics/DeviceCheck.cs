using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Memory;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;

namespace EvalAwareness.Inference.Diagnostics;

/// <summary>Proves a device with a product whose result is known: small integers are exact in every floating type.</summary>
internal static class DeviceCheck
{
    private const int Size = 16;

    /// <exception cref="TorchException">The device computes something else.</exception>
    public static string Run(ComputeOptions compute)
    {
        using var off = GradMode.Disabled();
        using var scope = TensorScope.Enter();
        var left = Enumerable.Range(0, Size * Size).Select(index => (float)(index % 7 - 3)).ToArray();
        var right = Enumerable.Range(0, Size * Size).Select(index => (float)(index % 5 - 2)).ToArray();
        var product = Place(left, compute).Linear(Place(right, compute)).ToArray<float>();
        if (!product.SequenceEqual(Expected(left, right)))
            throw new TorchException($"{compute.Device} computed a wrong matrix product in {compute.Type.Name()}; do not trust it.");
        return $"{compute.Device} computes {compute.Type.Name()} correctly{(compute.Device.IsCpu ? "" : $", {Free(compute.Device)}")}";
    }

    private static string Free(Device device)
    {
        try
        {
            return FormattableString.Invariant($"{FreeMemory.On(device) / 1e9:f1} GB free");
        }
        catch (TorchException problem)
        {
            return $"what is free cannot be asked ({problem.Message})";
        }
    }

    private static Tensor Place(float[] values, ComputeOptions compute) =>
        Tensor.From(values, [Size, Size]).To(compute.Type).To(compute.Device);

    private static IEnumerable<float> Expected(float[] left, float[] right)
    {
        for (var row = 0; row < Size; row++)
            for (var column = 0; column < Size; column++)
                yield return Enumerable.Range(0, Size).Sum(inner => left[row * Size + inner] * right[column * Size + inner]);
    }
}
