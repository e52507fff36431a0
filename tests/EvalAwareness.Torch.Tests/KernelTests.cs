using EvalAwareness.Torch.Autograd;
using EvalAwareness.Torch.Kernels;

namespace EvalAwareness.Torch.Tests;

/// <summary>Our own kernels against LibTorch's operators on the same values in float32.</summary>
public sealed class KernelTests
{
    // Eight bits of precision in what goes in and what comes out, all of order one.
    private const double BFloat16Precision = 0.02;

    [Theory]
    [InlineData(1, 4, 4, 64)]
    [InlineData(3, 4, 2, 32)]
    [InlineData(5, 6, 1, 96)]
    public void Attention_over_a_cache_sees_the_tokens_it_holds_and_no_others(int batch, int heads, int shared, int size)
    {
        const int Capacity = 9;
        const int Seen = 6;
        using var off = GradMode.Disabled();
        using var scope = TensorScope.Enter();
        var query = Wave([batch, heads, 1, size], 1);
        var (keys, values) = (Wave([batch, shared, Capacity, size], 2), Wave([batch, shared, Capacity, size], 3));
        // What lies behind the tokens held is whatever was in memory before.
        keys.Slice(2, Seen, Capacity).CopyFrom(Tensor.Scalar(double.NaN).Expand(batch, shared, Capacity - Seen, size));
        values.Slice(2, Seen, Capacity).CopyFrom(Tensor.Scalar(double.NaN).Expand(batch, shared, Capacity - Seen, size));

        var exact = Tensor.Attention(query, keys.Slice(2, 0, Seen), values.Slice(2, 0, Seen)).ToArray<float>();
        var ours = Tensor.CachedAttention(
            query.To(ScalarType.BFloat16), keys.To(ScalarType.BFloat16), values.To(ScalarType.BFloat16), Seen).ToArray<float>();
        var theirs = Tensor.CachedAttention(query, keys, values, Seen).ToArray<float>();

        Assert.Equal(exact, ours, (a, b) => Math.Abs(a - b) < BFloat16Precision);
        Assert.Equal(exact, theirs, (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Theory]
    [InlineData(8, 32, false, false)]
    [InlineData(100, 96, true, false)]
    [InlineData(12, 704, false, true)]
    public void A_single_row_is_multiplied_as_LibTorch_does(int outputs, int width, bool bias, bool residual)
    {
        using var off = GradMode.Disabled();
        using var scope = TensorScope.Enter();
        var (row, matrix) = (Wave([1, width], 1).To(ScalarType.BFloat16), Wave([outputs, width], 2).To(ScalarType.BFloat16));
        var added = bias ? Wave([outputs], 3) : residual ? Wave([1, outputs], 3) : null;

        var exact = row.To(ScalarType.Float32).Linear(matrix.To(ScalarType.Float32), added?.To(ScalarType.BFloat16).To(ScalarType.Float32));
        var ours = row.Linear(matrix, added?.To(ScalarType.BFloat16));

        Assert.Equal(exact.Shape, ours.Shape);
        Assert.Equal(exact.To(ScalarType.BFloat16).ToArray<float>(), ours.ToArray<float>(), (a, b) => Math.Abs(a - b) <= Math.Abs(a) / 128 + 1e-4);
    }

    /// <summary>Trained models have heads whose scores stand in the hundreds; an exponential of 89 is infinite in float32.</summary>
    [Fact]
    public void Scores_too_large_for_an_exponential_are_weighed_all_the_same()
    {
        const double Loud = 400;
        using var off = GradMode.Disabled();
        using var scope = TensorScope.Enter();
        var (query, keys, values) = (Wave([2, 4, 1, 32], 1).To(ScalarType.BFloat16), Wave([2, 2, 9, 32], 2).To(ScalarType.BFloat16), Wave([2, 2, 9, 32], 3));

        var exact = Tensor.CachedAttention(query.To(ScalarType.Float32), keys.To(ScalarType.Float32), values, 9, scale: Loud).ToArray<float>();
        var ours = Tensor.CachedAttention(query, keys, values.To(ScalarType.BFloat16), 9, scale: Loud).ToArray<float>();

        Assert.Equal(exact, ours, (a, b) => Math.Abs(a - b) < BFloat16Precision);
    }

    [Theory]
    [InlineData(4, 32)]
    [InlineData(9, 32)]
    [InlineData(4, 24)]
    public void A_window_shows_the_newest_tokens_only(int window, int size)
    {
        const int Held = 7;
        const double Scale = 0.3;
        using var off = GradMode.Disabled();
        using var scope = TensorScope.Enter();
        var (query, keys, values) = (Wave([2, 4, 1, size], 1), Wave([2, 2, 9, size], 2), Wave([2, 2, 9, size], 3));
        var first = Math.Max(0, Held - window);

        // A factor on the scores is a factor on the query, beside the root that is taken anyway.
        var exact = Tensor.Attention(query * (Scale * Math.Sqrt(size)), keys.Slice(2, first, Held), values.Slice(2, first, Held)).ToArray<float>();
        var ours = Tensor.CachedAttention(
            query.To(ScalarType.BFloat16), keys.To(ScalarType.BFloat16), values.To(ScalarType.BFloat16), Held, window, Scale).ToArray<float>();
        var theirs = Tensor.CachedAttention(query, keys, values, Held, window, Scale).ToArray<float>();

        Assert.Equal(exact, ours, (a, b) => Math.Abs(a - b) < BFloat16Precision);
        Assert.Equal(exact, theirs, (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void A_cache_that_does_not_fit_is_refused()
    {
        using var scope = TensorScope.Enter();
        var (query, cache) = (Wave([2, 4, 1, 32], 1), Wave([2, 2, 5, 32], 2));

        Assert.Throws<TorchException>(() => Tensor.CachedAttention(query, cache, cache, held: 6));
        Assert.Throws<TorchException>(() => Tensor.CachedAttention(query, cache, cache, held: 0));
        Assert.Throws<TorchException>(() => Tensor.CachedAttention(Wave([2, 4, 2, 32], 1), cache, cache, held: 5));
        Assert.Throws<TorchException>(() => Tensor.CachedAttention(query, cache, cache, held: 5, window: 0));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void The_norm_of_rows_is_that_of_LibTorch(double offset)
    {
        using var off = GradMode.Disabled();
        using var scope = TensorScope.Enter();
        var (rows, weight) = (Wave([7, 3, 64], 4), Wave([64], 5));

        var ours = rows.To(ScalarType.BFloat16).RmsNorm(weight.To(ScalarType.BFloat16), 1e-6, offset).ToArray<float>();

        Assert.Equal(rows.RmsNorm(weight + Tensor.Scalar(offset), 1e-6).ToArray<float>(), ours, (a, b) => Math.Abs(a - b) < BFloat16Precision * (1 + Math.Abs(a)));
    }

    [Fact]
    public void Halves_are_turned_as_by_products_and_sums()
    {
        using var off = GradMode.Disabled();
        using var scope = TensorScope.Enter();
        var (states, cosines, sines) = (Wave([2, 3, 5, 128], 1), Wave([5, 128], 2), Wave([5, 128], 3));

        var ours = states.To(ScalarType.BFloat16).Rotate(cosines.To(ScalarType.BFloat16), sines.To(ScalarType.BFloat16)).ToArray<float>();

        var swapped = Tensor.Concatenate([states.Slice(3, 64, 128), states.Slice(3, 0, 64)], 3);
        Assert.Equal((states * cosines + swapped * sines).ToArray<float>(), ours, (a, b) => Math.Abs(a - b) < BFloat16Precision);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public void With_gradients_the_norm_keeps_its_history(double offset)
    {
        using var scope = TensorScope.Enter();
        var (leaf, weight) = (Wave([2, 32], 1), Wave([32], 2));
        Gradients.Require(leaf);
        Gradients.Require(weight);

        var normed = leaf.To(ScalarType.BFloat16).RmsNorm(weight.To(ScalarType.BFloat16), 1e-6, offset);
        Gradients.Backward(normed.To(ScalarType.Float32).Sum(), [leaf, weight]);

        Assert.Contains(Gradients.Of(leaf)!.ToArray<float>(), value => value != 0);
        Assert.Contains(Gradients.Of(weight)!.ToArray<float>(), value => value != 0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_weight_far_below_one_keeps_its_digits_beside_the_offset(bool history)
    {
        using var off = history ? default(GradMode?) : GradMode.Disabled();
        using var scope = TensorScope.Enter();
        // In bfloat16 the sum of both would be 1, and nothing would grow.
        var row = Wave([1, 64], 1).To(ScalarType.BFloat16);
        var (weight, one) = (Tensor.From([.. Enumerable.Repeat(0.0033f, 64)], [64]).To(ScalarType.BFloat16), Tensor.From([.. Enumerable.Repeat(1f, 64)], [64]).To(ScalarType.BFloat16));

        var sum = row.RmsNorm(weight, 1e-6, offset: 1).ToArray<float>().Sum(Math.Abs);

        Assert.InRange(sum / row.RmsNorm(one, 1e-6).ToArray<float>().Sum(Math.Abs), 1.0015, 1.006);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(1000)]
    public void Every_row_is_worked_on_once(int rows)
    {
        var visits = new int[rows];

        ComputeThreads.ForRanges(rows, (first, end) =>
        {
            for (var row = first; row < end; row++)
                Interlocked.Increment(ref visits[row]);
        });

        Assert.All(visits, count => Assert.Equal(1, count));
    }

    [Fact]
    public void What_fails_on_another_thread_fails_here() =>
        Assert.Throws<InvalidOperationException>(() => ComputeThreads.ForRanges(8, (_, _) => throw new InvalidOperationException()));

    private static Tensor Wave(long[] shape, int seed) => Tensor.From(
        [.. Enumerable.Range(0, (int)shape.Aggregate(1L, (product, size) => product * size)).Select(index => MathF.Sin(seed * 1.7f * index + seed))], shape);
}
