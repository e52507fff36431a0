using System.Diagnostics.CodeAnalysis;

namespace EvalAwareness.Torch;

/// <summary>Shape arithmetic, and the checks that run before a native call so that a person reads our message.</summary>
internal static class Shapes
{
    public static string Text(IEnumerable<long> shape) => $"[{string.Join(", ", shape)}]";

    public static long[] ContiguousStrides(ReadOnlySpan<long> shape)
    {
        var strides = new long[shape.Length];
        var stride = 1L;
        for (var dimension = shape.Length - 1; dimension >= 0; dimension--)
        {
            strides[dimension] = stride;
            stride *= shape[dimension];
        }
        return strides;
    }

    public static void Require([DoesNotReturnIf(false)] bool condition, string operation, string problem)
    {
        if (!condition)
            throw new TorchException($"{operation}: {problem}.");
    }

    public static void RequireSameType(string operation, Tensor first, Tensor second) =>
        Require(first.Type == second.Type, operation, $"{first} and {second} differ in element type");

    public static void RequireBroadcast(string operation, Tensor first, Tensor second)
    {
        for (var back = 1; back <= Math.Min(first.Rank, second.Rank); back++)
        {
            var (a, b) = (first.Size(-back), second.Size(-back));
            Require(a == b || a == 1 || b == 1, operation, $"{first} and {second} cannot be broadcast together");
        }
    }

    public static void RequireDimension(string operation, Tensor tensor, int dimension) =>
        Require(dimension >= -tensor.Rank && dimension < tensor.Rank, operation, $"{tensor} has no dimension {dimension}");
}
