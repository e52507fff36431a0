using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;

namespace EvalAwareness.Inference.Tests.Architectures;

public sealed class SlidingWindowTests : IDisposable
{
    private static readonly int[] Tokens = [5, 17, 99, 3, 250, 17, 8, 42, 7, 301, 12];

    private readonly GradMode _off = GradMode.Disabled();

    public void Dispose() => _off.Dispose();

    [Fact]
    public void A_sliding_block_sees_its_window_and_nothing_before_it()
    {
        // A window of four: a token, and the three before it.
        Assert.Equal([0, 1, 2, 3], PlacesTouchedByTheFirstToken([true]));
    }

    [Fact]
    public void Sliding_blocks_pass_on_what_the_ones_below_saw() =>
        Assert.Equal([0, 1, 2, 3, 4, 5, 6], PlacesTouchedByTheFirstToken([true, true]));

    [Fact]
    public void Blocks_that_are_not_named_sliding_see_everything() =>
        Assert.Equal(Enumerable.Range(0, Tokens.Length), PlacesTouchedByTheFirstToken([false]));

    [Fact]
    public void Sliding_blocks_turn_by_their_own_frequencies_and_the_others_by_the_scaled_ones()
    {
        using var scope = TensorScope.Enter();
        using var model = new TinyModel(TinyArchitectures.Gemma3);
        var states = model.Run(Tokens).ToArray<float>();

        Assert.NotEqual(states, StatesOf(TinyArchitectures.Gemma3 with { LocalRotary = new(20_000) }));
        Assert.NotEqual(states, StatesOf(TinyArchitectures.Gemma3 with { Rotary = TinyArchitectures.Gemma3.Rotary with { Scaling = null } }));
        Assert.Equal(TinyArchitectures.Gemma3.LocalRotary, model.Configuration.RotaryOf(0));
        Assert.Equal(TinyArchitectures.Gemma3.Rotary, model.Configuration.RotaryOf(1));
    }

    /// <summary>Where the output changes when the first token becomes another.</summary>
    private static IEnumerable<int> PlacesTouchedByTheFirstToken(bool[] sliding)
    {
        var configuration = TinyArchitectures.Gemma3 with { Blocks = sliding.Length, SlidingBlocks = sliding };
        var width = configuration.HiddenSize;
        var (states, others) = (StatesOf(configuration), StatesOf(configuration, [400, .. Tokens[1..]]));
        return Enumerable.Range(0, Tokens.Length)
            .Where(place => !states.AsSpan(place * width, width).SequenceEqual(others.AsSpan(place * width, width)));
    }

    private static float[] StatesOf(DecoderConfiguration configuration, int[]? tokens = null)
    {
        using var scope = TensorScope.Enter();
        using var model = new TinyModel(configuration);
        return model.Run(tokens ?? Tokens).ToArray<float>();
    }
}
