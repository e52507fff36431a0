using EvalAwareness.Torch.Autograd;
using EvalAwareness.Torch.Kernels;

namespace EvalAwareness.Torch.Tests;

/// <summary>
/// What a GPU computes with, on the CPU: every computation that has a kernel of our own is asked for once more with LibTorch's operators, on the same
/// bfloat16 values. Two results of it may differ by the rounding of what was summed in another order.
/// </summary>
public sealed class OperatorPathTests : IDisposable
{
    private const double Rounding = 0.02;

    private readonly GradMode _off = GradMode.Disabled();
    private readonly TensorScope _scope = TensorScope.Enter();

    public void Dispose()
    {
        _scope.Dispose();
        _off.Dispose();
    }

    public static TheoryData<string> Computations => [.. Named.Keys];

    private static Dictionary<string, Func<Tensor>> Named => new()
    {
        ["a single row times a matrix"] = () => Wave([1, 96], 1).Linear(Wave([40, 96], 2)),
        ["a single row times a matrix, biased"] = () => Wave([1, 1, 96], 1).Linear(Wave([40, 96], 2), Wave([40], 3)),
        ["the norm of rows"] = () => Wave([7, 3, 64], 4).RmsNorm(Wave([64], 5), 1e-6),
        ["the norm of rows with an offset"] = () => Wave([7, 3, 64], 4).RmsNorm(Wave([64], 5), 1e-6, offset: 1),
        ["a rotation"] = () => Wave([2, 3, 5, 128], 1).Rotate(Wave([5, 128], 2), Wave([5, 128], 3)),
        ["attention over a cache"] = () => Tensor.CachedAttention(Wave([3, 4, 1, 64], 1), Wave([3, 2, 9, 64], 2), Wave([3, 2, 9, 64], 3), held: 6),
        ["attention over a window of a cache"] = () =>
            Tensor.CachedAttention(Wave([3, 4, 1, 64], 1), Wave([3, 2, 9, 64], 2), Wave([3, 2, 9, 64], 3), held: 6, window: 4, scale: 0.2),
        ["attention to what came before"] = () => Tensor.Attention(Wave([2, 4, 7, 32], 1), Wave([2, 2, 7, 32], 2), Wave([2, 2, 7, 32], 3), causal: true),
        ["attention through a mask"] = () => Tensor.Attention(
            Wave([2, 4, 3, 32], 1), Wave([2, 2, 7, 32], 2), Wave([2, 2, 7, 32], 3), mask: Tensor.CausalMask(3, 7, ScalarType.BFloat16, Device.Cpu, window: 4)),
    };

    [Theory]
    [MemberData(nameof(Computations))]
    public void Operators_compute_what_our_own_kernels_do(string computation)
    {
        var ours = Named[computation]();
        Tensor theirs;
        using (OwnKernels.Avoid())
            theirs = Named[computation]();

        var largest = ours.ToArray<float>().Max(Math.Abs);
        Assert.True(largest > 0.1, "nothing is computed");
        Assert.Equal(ours.Shape, theirs.Shape);
        Assert.Equal(ours.ToArray<float>(), theirs.ToArray<float>(), (a, b) => Math.Abs(a - b) <= Rounding * largest);
    }

    [Fact]
    public void Our_own_kernels_serve_bfloat16_without_gradients_and_can_be_avoided()
    {
        var input = Wave([2, 32], 1);
        Assert.True(OwnKernels.Serve(input));
        Assert.False(OwnKernels.Serve(input.To(ScalarType.Float32)));
        using (OwnKernels.Avoid())
            Assert.False(OwnKernels.Serve(input));
        Assert.True(OwnKernels.Serve(input));
        _off.Dispose();
        Assert.False(OwnKernels.Serve(input));
        Assert.True(OwnKernels.Serve(input, evenWithHistory: true));
    }

    private static Tensor Wave(long[] shape, int seed) => Tensor.From(
        [.. Enumerable.Range(0, (int)shape.Aggregate(1L, (product, size) => product * size)).Select(index => MathF.Sin(seed * 1.7f * index + seed))], shape)
        .To(ScalarType.BFloat16);
}
