using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Tests.Checkpoints;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;

namespace EvalAwareness.Inference.Tests.Architectures;

/// <summary>What must hold for every family alike, on sequences several times as long as the sliding window.</summary>
public sealed class FamilyTests : IDisposable
{
    // Float32 carries 24 bits; a few hundred accumulated terms of order one leave errors near 1e-6.
    private const double Tolerance = 1e-5;

    private static readonly int[] Tokens = [5, 17, 99, 3, 250, 17, 8, 42, 7, 301, 12, 12, 77, 410, 6, 5, 98, 33];

    private readonly GradMode _off = GradMode.Disabled();

    public void Dispose() => _off.Dispose();

    [Theory]
    [MemberData(nameof(TinyArchitectures.Names), MemberType = typeof(TinyArchitectures))]
    public void Decoding_with_a_cache_equals_computing_everything_at_once(string family)
    {
        using var model = new TinyModel(TinyArchitectures.Named(family));
        using var scope = TensorScope.Enter();
        var whole = model.Run(Tokens).ToArray<float>();
        using var cache = new KeyValueCache(model.Configuration, 1, Tokens.Length, ScalarType.Float32, Device.Cpu);

        // A prompt shorter than the window, one that goes beyond it, then token by token.
        Range[] parts = [0..3, 3..11, 11..12, .. Enumerable.Range(12, Tokens.Length - 12).Select(start => start..(start + 1))];
        var inParts = parts.SelectMany(part => model.Decoder.Forward(model.Embed(Tokens[part]), cache).ToArray<float>()).ToArray();

        AssertClose(whole, inParts);
    }

    [Theory]
    [MemberData(nameof(TinyArchitectures.Names), MemberType = typeof(TinyArchitectures))]
    public void Padding_and_companions_change_nothing(string family)
    {
        using var checkpoint = new TinyCheckpoint(TinyArchitectures.Named(family));
        using var target = TargetModel.Load(Checkpoint.Open(checkpoint.Folder), checkpoint.Configuration.Blocks - 1, TinyCheckpoint.Float32, null);
        var alone = target.Capture([new("t", Tokens[..11], [3, 10])], CancellationToken.None)[0];
        var together = target.Capture(
            [new("long", [.. Tokens, .. Tokens], [30]), new("t", Tokens[..11], [3, 10]), new("short", [1, 2], [0, 1])], CancellationToken.None)[1];

        AssertClose(alone[0].Vector, together[0].Vector);
        AssertClose(alone[1].Vector, together[1].Vector);
    }

    [Theory]
    [MemberData(nameof(TinyArchitectures.Names), MemberType = typeof(TinyArchitectures))]
    public void A_shared_prefix_longer_than_the_window_gives_each_sequence_what_its_own_would(string family)
    {
        using var model = new TinyModel(TinyArchitectures.Named(family));
        using var scope = TensorScope.Enter();
        using var prefix = new KeyValueCache(model.Configuration, 1, 6, ScalarType.Float32, Device.Cpu);
        model.Decoder.Forward(model.Embed(Tokens[..6]), prefix);
        using var cache = new KeyValueCache(model.Configuration, 2, 9, ScalarType.Float32, Device.Cpu);
        cache.Broadcast(prefix);
        model.Decoder.Forward(model.Decoder.Embed(Tensor.From([50L, 60, 70, 80], [2, 2])), cache);
        var last = model.Decoder.Forward(model.Decoder.Embed(Tensor.From([90L, 91], [2, 1])), cache).Select(0, 1);

        AssertClose(model.Run([.. Tokens[..6], 70, 80, 91]).Select(1, 8).ToArray<float>(), last.ToArray<float>());
    }

    [Theory]
    [MemberData(nameof(TinyArchitectures.Names), MemberType = typeof(TinyArchitectures))]
    public void Blocks_up_to_k_and_those_after_it_are_the_whole_model(string family)
    {
        using var model = new TinyModel(TinyArchitectures.Named(family));
        using var scope = TensorScope.Enter();
        var lower = model.Decoder.Forward(model.Embed(Tokens), blocks: ..1);

        AssertClose(model.Run(Tokens).ToArray<float>(), model.Decoder.Forward(lower, blocks: 1..).ToArray<float>());
    }

    [Theory]
    [MemberData(nameof(TinyArchitectures.Names), MemberType = typeof(TinyArchitectures))]
    public void A_trunk_cut_off_after_block_k_gives_the_output_of_block_k(string family)
    {
        using var model = new TinyModel(TinyArchitectures.Named(family));
        using var scope = TensorScope.Enter();
        using var rotary = new RotaryTable(model.Configuration with { Blocks = 1 }, ScalarType.Float32, Device.Cpu);
        var trunk = new Decoder(model.Configuration with { Blocks = 1 }, model.Weights, rotary);

        Assert.Equal(model.Decoder.Forward(model.Embed(Tokens), blocks: ..1).ToArray<float>(), trunk.Forward(model.Embed(Tokens)).ToArray<float>());
    }

    [Theory]
    [MemberData(nameof(TinyArchitectures.Names), MemberType = typeof(TinyArchitectures))]
    public void Bfloat16_stays_within_its_precision_with_and_without_a_cache(string family)
    {
        // Heads of 64 are those that the project's own kernels for bfloat16 take.
        using var model = new TinyModel(TinyArchitectures.Named(family) with { HeadSize = 64, QueryScalar = 64 });
        using var rounded = new TinyModel(model.Configuration, ScalarType.BFloat16);
        using var scope = TensorScope.Enter();
        var exact = model.Run(Tokens).ToArray<float>();
        using var cache = new KeyValueCache(model.Configuration, 1, Tokens.Length, ScalarType.BFloat16, Device.Cpu);
        var decoded = Tokens.SelectMany(token => rounded.Decoder.Forward(rounded.Embed([token]), cache).ToArray<float>()).ToArray();

        // Scores of up to eight, rounded to eight bits, are off by a sixtieth of a nat, and so is every share.
        Assert.InRange(RelativeError(exact, rounded.Run(Tokens).ToArray<float>()), 0, 0.02);
        Assert.InRange(RelativeError(exact, decoded), 0, 0.02);
    }

    private static double RelativeError(float[] exact, float[] actual) =>
        Math.Sqrt(exact.Zip(actual, (a, b) => (double)(a - b) * (a - b)).Sum() / exact.Sum(value => (double)value * value));

    private static void AssertClose(float[] expected, float[] actual)
    {
        var scale = expected.Max(Math.Abs);
        Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) < Tolerance * scale);
    }
}
