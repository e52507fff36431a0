using EvalAwareness.Core.Models;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Tests.Decoding;

public sealed class SamplerTests
{
    private static readonly float[] Logits = [0, 1, 2, -30];

    [Fact]
    public void Greedy_takes_the_largest() => Assert.Equal([2L], Sample(new() { Temperature = 0 }, 0.01f));

    [Theory]
    [InlineData(1.0)]
    [InlineData(0.5)]
    public void Shares_follow_the_softmax_at_the_temperature(double temperature)
    {
        const int Draws = 20_000;
        var random = new KeyedRandom(1, "sampler");
        var counts = new int[Logits.Length];
        foreach (var token in Sample(new() { Temperature = temperature }, [.. Enumerable.Range(0, Draws).Select(_ => (float)random.NextDouble() * 0.9999999f)]))
            counts[token]++;
        var weights = Logits.Select(logit => Math.Exp(logit / temperature)).ToArray();

        for (var token = 0; token < counts.Length; token++)
        {
            var share = weights[token] / weights.Sum();
            // Five standard deviations of a binomial share: one false alarm in a million.
            Assert.Equal(share, (double)counts[token] / Draws, 5 * Math.Sqrt(share * (1 - share) / Draws) + 1e-9);
        }
    }

    [Fact]
    public void Top_p_never_leaves_the_nucleus()
    {
        // The two largest hold 0.91 of the mass; the largest alone 0.67.
        var drawn = Sample(new() { TopP = 0.8 }, [.. Enumerable.Range(0, 1000).Select(index => index / 1000f)]);
        Assert.Equal([1L, 2L], drawn.Distinct().Order());
    }

    [Fact]
    public void A_draw_next_to_one_is_still_a_token() =>
        Assert.InRange(Sample(new(), MathF.BitDecrement(1))[0], 0, Logits.Length - 1);

    private static long[] Sample(SamplingOptions options, params float[] uniforms)
    {
        using var scope = TensorScope.Enter();
        var logits = Tensor.From(Enumerable.Repeat(Logits, uniforms.Length).SelectMany(row => row).ToArray(), [uniforms.Length, Logits.Length]);
        return new Sampler(options).Sample(logits, uniforms).ToArray<long>();
    }
}
