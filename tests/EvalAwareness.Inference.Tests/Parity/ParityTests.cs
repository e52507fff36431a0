using EvalAwareness.Inference.Decoding;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;

namespace EvalAwareness.Inference.Tests.Parity;

/// <summary>Every family against an independent reference in float64, on checkpoints as Hugging Face stores them.</summary>
public sealed class ParityTests : IDisposable
{
    // Eight bits a rounding over up to seven blocks, with weights of the size that training leaves.
    private const double BFloat16Error = 0.02;

    // Lively weights blow every rounding up: 0.014 to 0.025 on average, and 0.052 for `llama3`, whose attention is sharp, there with LibTorch's
    // own attention too. A wrong definition may hide below that, which is what float32 is for.
    private const double LivelyBFloat16Error = 0.06;

    private readonly GradMode _off = GradMode.Disabled();

    public void Dispose() => _off.Dispose();

    [Theory]
    [MemberData(nameof(ParityCheckpoint.Names), MemberType = typeof(ParityCheckpoint))]
    public void Hidden_states_after_every_block_and_logits_are_those_of_the_definition(string name)
    {
        using var checkpoint = new ParityCheckpoint(name, ScalarType.Float32);
        Assert.All(checkpoint.Cases, expected => Assert.InRange(WorstOf(checkpoint.Decoder, expected, ParityError.Largest), 0, ParityError.OfFloat32));
    }

    [Theory]
    [MemberData(nameof(ParityCheckpoint.Names), MemberType = typeof(ParityCheckpoint))]
    public void Bfloat16_stays_within_its_precision_and_predicts_the_same_tokens(string name)
    {
        using var checkpoint = new ParityCheckpoint(name, ScalarType.BFloat16);
        Assert.All(checkpoint.Cases, expected =>
        {
            using var scope = TensorScope.Enter();
            if (name.EndsWith("-calm", StringComparison.Ordinal))
                Assert.InRange(WorstOf(checkpoint.Decoder, expected, ParityError.Largest), 0, BFloat16Error);
            else
                Assert.InRange(WorstOf(checkpoint.Decoder, expected, ParityError.Mean), 0, LivelyBFloat16Error);
            var hidden = checkpoint.Decoder.Forward(Embed(checkpoint.Decoder, expected.Tokens));
            Assert.Equal(expected.MostProbable, expected.Predicted(Logits(checkpoint.Decoder, hidden)));
        });
    }

    [Theory]
    [MemberData(nameof(ParityCheckpoint.Names), MemberType = typeof(ParityCheckpoint))]
    public void A_prompt_and_then_token_by_token_gives_the_same(string name)
    {
        const int Prompt = 5;
        using var checkpoint = new ParityCheckpoint(name, ScalarType.Float32);
        using var scope = TensorScope.Enter();
        var (decoder, expected) = (checkpoint.Decoder, checkpoint.Cases[^1]);
        using var cache = new KeyValueCache(decoder.Configuration, 1, expected.Tokens.Length, decoder.Type, decoder.Device);

        var logits = Logits(decoder, decoder.Forward(Embed(decoder, expected.Tokens[..Prompt]), cache))
            .Concat(expected.Tokens[Prompt..].SelectMany(token => Logits(decoder, decoder.Forward(Embed(decoder, [token]), cache)))).ToArray();

        ParityError.AssertWithinFloat32(expected.Logits, logits);
    }

    [Theory]
    [MemberData(nameof(ParityCheckpoint.Names), MemberType = typeof(ParityCheckpoint))]
    public void Sequences_of_a_padded_batch_are_computed_as_if_alone(string name)
    {
        using var checkpoint = new ParityCheckpoint(name, ScalarType.Float32);
        using var scope = TensorScope.Enter();
        var hidden = checkpoint.Decoder.Forward(checkpoint.Decoder.Embed(PaddedTokens.Create([.. checkpoint.Cases.Select(one => one.Tokens)], Device.Cpu)));

        for (var row = 0; row < checkpoint.Cases.Count; row++)
        {
            var expected = checkpoint.Cases[row];
            ParityError.AssertWithinFloat32(expected.Hidden[^1], hidden.Select(0, row).Slice(0, 0, expected.Tokens.Length).ToArray<float>());
        }
    }

    /// <summary>The worst error of the outputs of all blocks, run one after the other, and of the scores.</summary>
    private static double WorstOf(Decoder decoder, ParityCase expected, Func<float[], float[], double> error)
    {
        using var scope = TensorScope.Enter();
        var errors = new List<double>();
        var hidden = Embed(decoder, expected.Tokens);
        for (var block = 0; block < expected.Hidden.Count; block++)
        {
            hidden = decoder.Forward(hidden, blocks: block..(block + 1));
            errors.Add(error(expected.Hidden[block], hidden.ToArray<float>()));
        }
        return errors.Append(error(expected.Logits, Logits(decoder, hidden))).Max();
    }

    private static Tensor Embed(Decoder decoder, int[] tokens) => decoder.Embed(PaddedTokens.Create([tokens], Device.Cpu));

    /// <returns>[time · vocabulary].</returns>
    private static float[] Logits(Decoder decoder, Tensor hidden) => decoder.Logits(hidden.Reshape(-1, hidden.Size(-1))).ToArray<float>();
}
