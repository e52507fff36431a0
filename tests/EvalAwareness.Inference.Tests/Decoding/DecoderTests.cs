using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Tests.Checkpoints;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;

namespace EvalAwareness.Inference.Tests.Decoding;

public sealed class DecoderTests : IDisposable
{
    // Float32 carries 24 bits; a few hundred accumulated terms of order one leave errors near 1e-6.
    private const double Tolerance = 1e-4;

    private static readonly int[] Tokens = [5, 17, 99, 3, 250, 17, 8, 42, 7];

    private readonly TinyCheckpoint _checkpoint = new(tied: false);
    private readonly GradMode _off = GradMode.Disabled();

    public void Dispose()
    {
        _off.Dispose();
        _checkpoint.Dispose();
    }

    [Fact]
    public void Hidden_states_and_logits_match_a_plain_float64_implementation()
    {
        var reference = new ReferenceDecoder(_checkpoint.Configuration, _checkpoint.Weights);
        var states = reference.HiddenStates(Tokens);
        using var loaded = Load();
        using var scope = TensorScope.Enter();
        for (var blocks = 1; blocks <= states.Count; blocks++)
            AssertClose(states[blocks - 1].SelectMany(row => row), loaded.Decoder.Forward(Embed(loaded.Decoder, Tokens), blocks: ..blocks));
        AssertClose(reference.Logits(states[^1][^1]), LastLogits(loaded.Decoder, loaded.Decoder.Forward(Embed(loaded.Decoder, Tokens))));
    }

    [Fact]
    public void Stopping_at_block_k_gives_what_hugging_face_calls_hidden_states_of_k_plus_one()
    {
        using var target = TargetModel.Load(Checkpoint.Open(_checkpoint.Folder), layer: 0, TinyCheckpoint.Float32, null);
        var read = target.Capture([new("t", Tokens, [4, 8])], CancellationToken.None)[0];
        // hidden_states[0] is the embedding, so block 0's output is hidden_states[1].
        var expected = new ReferenceDecoder(_checkpoint.Configuration, _checkpoint.Weights).HiddenStates(Tokens)[0];

        Assert.Equal([4, 8], read.Select(activation => activation.Position));
        AssertClose(expected[4], read[0].Vector);
        AssertClose(expected[8], read[1].Vector);
    }

    [Fact]
    public void Decoding_with_a_cache_equals_computing_everything_at_once()
    {
        using var loaded = Load();
        using var scope = TensorScope.Enter();
        var whole = LastLogits(loaded.Decoder, loaded.Decoder.Forward(Embed(loaded.Decoder, Tokens))).ToArray<float>();
        using var cache = new KeyValueCache(_checkpoint.Configuration, 1, Tokens.Length, ScalarType.Float32, Device.Cpu);
        loaded.Decoder.Forward(Embed(loaded.Decoder, Tokens[..3]), cache);
        loaded.Decoder.Forward(Embed(loaded.Decoder, Tokens[3..7]), cache);
        loaded.Decoder.Forward(Embed(loaded.Decoder, Tokens[7..8]), cache);
        var last = loaded.Decoder.Forward(Embed(loaded.Decoder, Tokens[8..]), cache);

        AssertClose(whole.Select(value => (double)value), LastLogits(loaded.Decoder, last));
    }

    [Fact]
    public void Padding_and_companions_change_nothing()
    {
        using var target = TargetModel.Load(Checkpoint.Open(_checkpoint.Folder), layer: 1, TinyCheckpoint.Float32, null);
        var alone = target.Capture([new("t", Tokens, [3, 5])], CancellationToken.None)[0];
        var together = target.Capture(
            [new("long", [.. Tokens, .. Tokens, .. Tokens], [20]), new("t", Tokens, [3, 5]), new("short", [1, 2], [0, 1])], CancellationToken.None)[1];

        for (var index = 0; index < alone.Count; index++)
            AssertClose(alone[index].Vector.Select(value => (double)value), together[index].Vector);
    }

    [Fact]
    public void A_shared_prefix_gives_each_sequence_what_its_own_would()
    {
        using var loaded = Load();
        using var scope = TensorScope.Enter();
        using var prefix = new KeyValueCache(_checkpoint.Configuration, 1, 4, ScalarType.Float32, Device.Cpu);
        loaded.Decoder.Forward(Embed(loaded.Decoder, Tokens[..4]), prefix);
        using var cache = new KeyValueCache(_checkpoint.Configuration, 2, 8, ScalarType.Float32, Device.Cpu);
        cache.Broadcast(prefix);
        var ends = Tensor.From([5L, 6, 7, 8], [2, 2]);
        var shared = loaded.Decoder.Forward(loaded.Decoder.Embed(ends), cache);
        var own = loaded.Decoder.Forward(Embed(loaded.Decoder, [.. Tokens[..4], 7, 8]));

        AssertClose(own.Select(1, 5).ToArray<float>().Select(value => (double)value), shared.Select(0, 1).Select(0, 1));
    }

    [Fact]
    public void Bfloat16_stays_within_its_precision()
    {
        var reference = new ReferenceDecoder(_checkpoint.Configuration, _checkpoint.Weights).HiddenStates(Tokens)[^1];
        using var loaded = LoadedDecoder.Load(
            Checkpoint.Open(_checkpoint.Folder), WeightNames.OfLanguageModel(_checkpoint.Configuration), new(Device.Cpu, ScalarType.BFloat16));
        using var scope = TensorScope.Enter();
        var states = loaded.Decoder.Forward(Embed(loaded.Decoder, Tokens)).ToArray<float>();
        var expected = reference.SelectMany(row => row).ToArray();
        var error = Math.Sqrt(states.Zip(expected, (a, b) => (a - b) * (a - b)).Sum() / expected.Sum(value => value * value));

        // Eight bits a rounding, over two blocks: about 2^-8 times the square root of the roundings on a path.
        Assert.InRange(error, 0, 0.02);
    }

    private LoadedDecoder Load() =>
        LoadedDecoder.Load(Checkpoint.Open(_checkpoint.Folder), WeightNames.OfLanguageModel(_checkpoint.Configuration), TinyCheckpoint.Float32);

    private static Tensor Embed(Decoder decoder, int[] tokens) => decoder.Embed(PaddedTokens.Create([tokens], Device.Cpu));

    private static Tensor LastLogits(Decoder decoder, Tensor hidden) => decoder.Logits(hidden.Select(1, hidden.Size(1) - 1));

    private static void AssertClose(IEnumerable<double> expected, Tensor actual) => AssertClose(expected, actual.ToArray<float>());

    private static void AssertClose(IEnumerable<double> expected, float[] actual)
    {
        var wanted = expected.ToArray();
        var scale = wanted.Max(Math.Abs);
        Assert.Equal(wanted.Length, actual.Length);
        for (var index = 0; index < actual.Length; index++)
            Assert.Equal(wanted[index], actual[index], Tolerance * scale);
    }
}
