using EvalAwareness.Torch.Autograd;

namespace EvalAwareness.Torch.Tests;

public sealed class AutogradTests
{
    [Fact]
    public void Gradients_match_central_differences_through_every_operator_a_decoder_uses()
    {
        const float Step = 1e-2f;
        var values = Enumerable.Range(0, 32).Select(index => 0.3f * MathF.Sin(3 * index + 1)).ToArray();
        using var leaf = Tensor.From(values, [4, 8]);
        Gradients.Require(leaf);
        float[] analytic;
        using (TensorScope.Enter())
        {
            Gradients.Backward(Loss(leaf), [leaf]);
            analytic = Gradients.Of(leaf)!.ToArray<float>();
        }

        for (var index = 0; index < values.Length; index += 5)
        {
            var numeric = (LossAt(values, index, Step) - LossAt(values, index, -Step)) / (2 * Step);
            // Central differences err by O(step²) of a third derivative of order one, and float32 rounding by 1e-7 / step.
            Assert.Equal(numeric, analytic[index], 2e-3);
        }
    }

    [Fact]
    public void Without_gradients_no_history_is_kept()
    {
        using var leaf = Tensor.From([2f], [1]);
        Gradients.Require(leaf);
        using var off = GradMode.Disabled();
        using var scope = TensorScope.Enter();

        Assert.Null(Gradients.Of(leaf));
        Assert.Throws<TorchException>(() => Gradients.Backward((leaf * leaf).Sum(), [leaf]));
    }

    [Fact]
    public void Adam_moves_each_weight_by_the_learning_rate_at_first_and_clears_gradients()
    {
        using var leaf = Tensor.From([1f, -1], [2]);
        Gradients.Require(leaf);
        using var optimizer = new AdamW([leaf]) { WeightDecay = 0 };
        using var scope = TensorScope.Enter();
        Gradients.Backward((leaf * leaf).Sum(), [leaf]);

        // The gradient is (2, -2), of norm √8; Adam's first step is rate × sign.
        Assert.Equal(Math.Sqrt(8), optimizer.Step(0.1), 1e-5);
        Assert.Equal([0.9f, -0.9f], leaf.Detach().ToArray<float>(), (a, b) => Math.Abs(a - b) < 1e-4);
        Assert.Equal([0f, 0], Gradients.Of(leaf)!.ToArray<float>());
    }

    [Fact]
    public void Muon_moves_every_direction_of_a_matrix_alike_however_small_its_gradient()
    {
        const double Rate = 0.1;
        using var leaf = Tensor.From([0f, 0, 0, 0, 0, 0], [2, 3]);
        Gradients.Require(leaf);
        using var optimizer = new Muon([leaf]);
        using var scope = TensorScope.Enter();
        Gradients.Backward((leaf * Tensor.From([3f, 0, 0, 0, -0.03f, 0], [2, 3])).Sum(), [leaf]);

        optimizer.Step(Rate);

        // Five iterations leave singular values between 0.7 and 1.2, which the factor for Adam's size scales.
        var moved = leaf.Detach().ToArray<float>().Select(value => value / (Rate * 0.2 * Math.Sqrt(3))).ToArray();
        Assert.InRange(-moved[0], 0.6, 1.3);
        Assert.InRange(moved[4], 0.6, 1.3);
        Assert.All([moved[1], moved[2], moved[3], moved[5]], value => Assert.Equal(0, value, 1e-2));
        Assert.All(Gradients.Of(leaf)!.ToArray<float>(), value => Assert.Equal(0, value));
    }

    [Fact]
    public void Muon_takes_matrices_only()
    {
        using var vector = Tensor.From([1f, 2], [2]);

        Assert.Throws<TorchException>(() => new Muon([vector]));
    }

    private static float LossAt(float[] values, int index, float change)
    {
        using var off = GradMode.Disabled();
        using var scope = TensorScope.Enter();
        var moved = values.ToArray();
        moved[index] += change;
        return (float)Loss(Tensor.From(moved, [4, 8])).Item();
    }

    private static Tensor Loss(Tensor leaf)
    {
        var table = leaf.Embedding(Tensor.From([0L, 2, 1, 3, 3, 0], [1, 6]));                     // [1, 6, 8]
        var normed = table.RmsNorm(leaf.Select(0, 1), 1e-6);
        var heads = normed.Reshape(1, 6, 2, 4).Transpose(1, 2);                                   // [1, 2, 6, 4]
        var mixed = Tensor.Attention(heads, heads.Slice(1, 0, 1), heads.Slice(1, 1, 2), causal: true);
        var rows = mixed.Transpose(1, 2).Reshape(6, 8);
        var added = rows.Linear(Tensor.Concatenate([leaf, leaf.Silu()], 0), table.Reshape(6, 8));
        var logits = (added + rows * 2.0 - table.Reshape(6, 8)).IndexSelect(0, Tensor.From([0L, 5, 2], [3]));
        return logits.CrossEntropy(Tensor.From([1L, 7, 3], [3])).Mean() + (added * added).Sum(-1, keep: true).Sqrt().Mean();
    }
}
