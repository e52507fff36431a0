namespace EvalAwareness.Torch.Tests;

public sealed class TensorScopeTests
{
    [Fact]
    public void Live_tensors_do_not_grow_over_a_thousand_steps()
    {
        using var weight = Tensor.From(Enumerable.Repeat(0.5f, 64).ToArray(), [8, 8]);
        Step(weight);
        // What other tests left to the collector must not go in the midst of the count.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = Tensor.LiveCount;
        for (var step = 0; step < 1000; step++)
            Step(weight);

        Assert.Equal(before, Tensor.LiveCount);
    }

    [Fact]
    public void A_returned_tensor_outlives_its_scope_and_belongs_to_the_enclosing_one()
    {
        Tensor kept;
        using (TensorScope.Enter())
        {
            using (var inner = TensorScope.Enter())
                kept = inner.Return(Tensor.From([7f], [1]));
            Assert.Equal(7, kept.Item());
        }

        Assert.Throws<ObjectDisposedException>(() => kept.Item());
    }

    private static void Step(Tensor weight)
    {
        using var scope = TensorScope.Enter();
        var hidden = weight.Linear(weight).Silu() * weight;
        _ = Tensor.Concatenate([hidden, weight], 0).Softmax(-1).SortDescending(-1);
        _ = hidden.RmsNorm(weight.Select(0, 0), 1e-6).Sum();
    }

    [Fact]
    public void What_is_made_while_the_scope_is_left_outlives_it()
    {
        Tensor kept, released;
        using (TensorScope.Enter())
        {
            using (TensorScope.Leave())
                kept = Tensor.From([1f, 2f], [2]);
            released = Tensor.From([3f], [1]);
        }

        Assert.Equal([1f, 2f], kept.ToArray<float>());
        Assert.Throws<ObjectDisposedException>(() => released.ToArray<float>());
        kept.Dispose();
    }
}
