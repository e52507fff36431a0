using EvalAwareness.Core;
using EvalAwareness.Inference.Memory;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Tests.Memory;

public sealed class BatchLimitTests
{
    private static readonly Device Gpu = Device.Parse("cuda:0");

    private readonly List<int> _tried = [];

    [Fact]
    public void A_batch_that_does_not_fit_is_halved_and_later_ones_with_it()
    {
        var limit = new BatchLimit(8, Gpu);

        Assert.Equal(Enumerable.Range(0, 10), limit.Run([.. Enumerable.Range(0, 10)], Holding(3)));
        Assert.Equal([8, 4, 2, 2, 2, 2, 2], _tried);
        Assert.Equal(2, limit.Most);
    }

    [Fact]
    public void What_fails_over_a_single_item_is_told_in_one_line()
    {
        var refused = Assert.Throws<RefusedException>(() => new BatchLimit(4, Gpu).Run([1, 2, 3], Holding(0)));

        Assert.Equal([3, 1], _tried);
        Assert.StartsWith("cuda:0 fails over a single item (no room)", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void On_the_processor_an_error_is_not_tried_again()
    {
        Assert.Throws<TorchException>(() => new BatchLimit(4, Device.Cpu).Run([1, 2, 3], Holding(0)));
        Assert.Equal([3], _tried);
    }

    private Func<IReadOnlyList<int>, IReadOnlyList<int>> Holding(int most) => items =>
    {
        _tried.Add(items.Count);
        return items.Count <= most ? items : throw new TorchException("no room");
    };
}
