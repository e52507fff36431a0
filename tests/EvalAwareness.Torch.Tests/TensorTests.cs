namespace EvalAwareness.Torch.Tests;

public sealed class TensorTests
{
    [Fact]
    public void A_matrix_comes_apart_into_its_rows_in_whatever_order_it_lies()
    {
        using var scope = TensorScope.Enter();
        var matrix = Tensor.From([1f, 2, 3, 4, 5, 6], [2, 3]);

        Assert.Equal([[1, 2, 3], [4, 5, 6]], matrix.To(ScalarType.BFloat16).ToRows<float>());
        Assert.Equal([[1, 4], [2, 5], [3, 6]], matrix.Transpose(0, 1).ToRows<float>());
        Assert.Throws<TorchException>(() => matrix.Reshape(6).ToRows<float>());
    }

    [Fact]
    public void Arithmetic_matches_hand_computed_values()
    {
        using var scope = TensorScope.Enter();
        var left = Tensor.From([1f, 2, 3, 4], [2, 2]);
        var right = Tensor.From([10f, 20, 30, 40], [2, 2]);

        Assert.Equal([11f, 22, 33, 44], (left + right).ToArray<float>());
        Assert.Equal([9f, 18, 27, 36], (right - left).ToArray<float>());
        Assert.Equal([10f, 40, 90, 160], (left * right).ToArray<float>());
        Assert.Equal([0.5f, 1, 1.5f, 2], (left * 0.5).ToArray<float>());
        Assert.Equal([3f, 7], left.Sum(1).ToArray<float>());
        Assert.Equal([1f, 3, 3, 7], left.CumulativeSum(1).ToArray<float>());
    }

    [Fact]
    public void Linear_adds_a_vector_or_a_whole_residual()
    {
        using var scope = TensorScope.Enter();
        var input = Tensor.From([1f, 2], [1, 2]);
        var weight = Tensor.From([1f, 0, 0, 1, 1, 1], [3, 2]);

        Assert.Equal([1f, 2, 3], input.Linear(weight).ToArray<float>());
        Assert.Equal([11f, 22, 33], input.Linear(weight, Tensor.From([10f, 20, 30], [3])).ToArray<float>());
        Assert.Equal([101f, 2, 3], input.Linear(weight, Tensor.From([100f, 0, 0], [1, 3])).ToArray<float>());
    }

    [Fact]
    public void Causal_attention_sees_nothing_to_the_right()
    {
        using var scope = TensorScope.Enter();
        var values = Enumerable.Range(0, 12).Select(index => MathF.Sin(index)).ToArray();
        var query = Tensor.From(values, [1, 1, 3, 4]);
        var first = Tensor.Attention(query, query, query, causal: true).Select(2, 0).ToArray<float>();

        Assert.Equal(values[..4], first, (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void A_mask_hides_keys_and_shared_heads_serve_their_group()
    {
        using var scope = TensorScope.Enter();
        var query = Tensor.From(Enumerable.Repeat(1f, 8).ToArray(), [1, 2, 1, 4]);
        var key = Tensor.From(Enumerable.Range(0, 8).Select(index => (float)index).ToArray(), [1, 1, 2, 4]);
        var mask = Tensor.From([0f, float.NegativeInfinity], [1, 2]);

        Assert.Equal([0f, 1, 2, 3, 0, 1, 2, 3], Tensor.Attention(query, key, key, mask: mask).ToArray<float>());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Attention_composed_of_products_equals_the_fused_kernel(bool causal)
    {
        using var scope = TensorScope.Enter();
        var (query, key, value) = (Wave(4, 1), Wave(2, 2), Wave(2, 3));
        var mask = causal ? null : Tensor.CausalMask(5, 5, ScalarType.Float32, Device.Cpu);

        var exact = Tensor.Attention(query, key, value, causal, mask).ToArray<float>();
        var composed = Tensor.Attention(
            query.To(ScalarType.BFloat16), key.To(ScalarType.BFloat16), value.To(ScalarType.BFloat16), causal, mask?.To(ScalarType.BFloat16));

        // Eight bits of precision in queries, scores, shares and values, all of order one.
        Assert.Equal(exact, composed.ToArray<float>(), (a, b) => Math.Abs(a - b) < 0.02);

        static Tensor Wave(int heads, int seed) => Tensor.From(
            [.. Enumerable.Range(0, 2 * heads * 5 * 8).Select(index => MathF.Sin(seed * index + seed))], [2, heads, 5, 8]);
    }

    [Fact]
    public void A_causal_mask_ends_at_the_last_key()
    {
        const float Hidden = float.NegativeInfinity;
        using var mask = Tensor.CausalMask(2, 4, ScalarType.Float32, Device.Cpu);

        Assert.Equal([0f, 0, 0, Hidden, 0, 0, 0, 0], mask.ToArray<float>());
    }

    [Fact]
    public void A_causal_mask_with_a_window_begins_so_many_keys_before_its_end()
    {
        const float Hidden = float.NegativeInfinity;
        using var mask = Tensor.CausalMask(3, 4, ScalarType.Float32, Device.Cpu, window: 2);

        Assert.Equal([0f, 0, Hidden, Hidden, Hidden, 0, 0, Hidden, Hidden, Hidden, 0, 0], mask.ToArray<float>());
    }

    [Fact]
    public void The_scale_of_scores_is_not_rounded_to_the_type_of_the_queries()
    {
        using var scope = TensorScope.Enter();
        // 0.3 is 0.3008 in bfloat16: the score would be 57.75, not 57.6, and the share a seventh less.
        var (query, keys) = (Tensor.From([3f, 0], [1, 1, 1, 2]), Tensor.From([64f, 0, 0, 0], [1, 1, 2, 2]));
        var values = Tensor.From([0f, 0, 1, 1], [1, 1, 2, 2]);

        var share = Tensor.Attention(query.To(ScalarType.BFloat16), keys.To(ScalarType.BFloat16), values.To(ScalarType.BFloat16), scale: 0.3).ToArray<float>()[0];

        // The scaled query has eight bits of its own: 0.8984 for 0.9.
        Assert.Equal(57.5, -Math.Log(share), 0.05);
    }

    [Fact]
    public void Gelu_takes_the_tangents_approximation()
    {
        using var scope = TensorScope.Enter();
        float[] values = [-3, -1, -0.1f, 0, 0.5f, 2, 6];
        var expected = values.Select(x => 0.5 * x * (1 + Math.Tanh(Math.Sqrt(2 / Math.PI) * (x + 0.044715 * x * x * x))));

        Assert.Equal(expected, Tensor.From(values, [7]).GeluTanh().ToArray<float>().Select(value => (double)value), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Rms_norm_divides_by_the_root_mean_square()
    {
        using var scope = TensorScope.Enter();
        var normed = Tensor.From([3f, 4], [1, 2]).RmsNorm(Tensor.From([1f, 2], [2]), 0).ToArray<float>();
        var root = MathF.Sqrt(12.5f);

        Assert.Equal([3 / root, 8 / root], normed, (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Search_and_sort_find_what_a_sampler_needs()
    {
        using var scope = TensorScope.Enter();
        var cumulative = Tensor.From([0.25f, 0.5f, 1f], [1, 3]);
        var (sorted, order) = Tensor.From([0.1f, 0.7f, 0.2f], [1, 3]).SortDescending(-1);

        Assert.Equal([0L], cumulative.SearchSorted(Tensor.From([0f], [1, 1])).ToArray<long>());
        Assert.Equal([1L], cumulative.SearchSorted(Tensor.From([0.25f], [1, 1])).ToArray<long>());
        Assert.Equal([2L], cumulative.SearchSorted(Tensor.From([0.99f], [1, 1])).ToArray<long>());
        Assert.Equal([0.7f, 0.2f, 0.1f], sorted.ToArray<float>());
        Assert.Equal([1L, 2, 0], order.ToArray<long>());
    }

    [Fact]
    public void Cross_entropy_is_the_negative_log_probability_of_each_target()
    {
        using var scope = TensorScope.Enter();
        var logits = Tensor.From([0f, 0, MathF.Log(3), 0], [2, 2]);

        Assert.Equal([MathF.Log(2), MathF.Log(4)], logits.CrossEntropy(Tensor.From([0L, 1], [2])).ToArray<float>(), (a, b) => Math.Abs(a - b) < 1e-6);
    }

    [Fact]
    public void Bfloat16_keeps_eight_bits_of_precision()
    {
        using var scope = TensorScope.Enter();
        var rounded = Tensor.From([1.0f, 1.0001f, 3.14159f], [3]).To(ScalarType.BFloat16);

        Assert.Equal(ScalarType.BFloat16, rounded.Type);
        Assert.Equal([1f, 1f, 3.140625f], rounded.ToArray<float>());
    }

    public static TheoryData<string, Action> Misfits() => new()
    {
        { "linear: input float32[1, 3] on cpu does not fit weight float32[2, 2] on cpu", () => Ones(1, 3).Linear(Ones(2, 2)) },
        { "linear: float32[1, 2] on cpu and bfloat16[2, 2] on cpu differ in element type", () => Ones(1, 2).Linear(Ones(2, 2).To(ScalarType.BFloat16)) },
        { "add: float32[2, 3] on cpu and float32[2, 2] on cpu cannot be broadcast together", () => _ = Ones(2, 3) + Ones(2, 2) },
        { "reshape: float32[2, 3] on cpu has no shape [4, 2]", () => Ones(2, 3).Reshape(4, 2) },
        { "slice: float32[2, 3] on cpu has no [1, 5) in dimension 1", () => Ones(2, 3).Slice(1, 1, 5) },
        { "embedding: float32[2] on cpu cannot index float32[4, 2] on cpu", () => Ones(4, 2).Embedding(Ones(2)) },
        { "rms_norm: weight float32[3] on cpu does not fit float32[1, 2] on cpu", () => Ones(1, 2).RmsNorm(Ones(3), 1e-6) },
        { "item: float32[2] on cpu has 2 elements", () => Ones(2).Item() },
        { "from: 3 values do not fill [2, 2]", () => Tensor.From([1f, 2, 3], [2, 2]) },
    };

    [Theory]
    [MemberData(nameof(Misfits))]
    public void What_does_not_fit_is_refused_in_our_own_words(string message, Action misfit)
    {
        using var scope = TensorScope.Enter();
        Assert.Equal(message + ".", Assert.Throws<TorchException>(misfit).Message);
    }

    private static Tensor Ones(params long[] shape) =>
        Tensor.From(Enumerable.Repeat(1f, (int)shape.Aggregate(1L, (product, size) => product * size)).ToArray(), shape);
}
