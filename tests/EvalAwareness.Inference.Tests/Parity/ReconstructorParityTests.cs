using EvalAwareness.Core.Explanations;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Tests.Checkpoints;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;

namespace EvalAwareness.Inference.Tests.Parity;

/// <summary>From an explanation to its score, step by step, against the contract computed in float64.</summary>
public sealed class ReconstructorParityTests : IDisposable
{
    private readonly GradMode _off = GradMode.Disabled();

    public void Dispose() => _off.Dispose();

    [Theory]
    [MemberData(nameof(ParityPair.Names), MemberType = typeof(ParityPair))]
    public void The_prompts_have_the_ids_of_the_contract(string name)
    {
        using var pair = new ParityPair(name);
        Assert.Equal(pair.Explanations.Select((_, index) => pair.Ids($"ar.{index}.prompt")), Prompts(pair));
    }

    [Theory]
    [MemberData(nameof(ParityPair.Names), MemberType = typeof(ParityPair))]
    public void The_last_token_of_block_K_is_that_of_the_contract(string name)
    {
        using var pair = new ParityPair(name);
        var checkpoint = Checkpoint.Open(pair.Reconstructor);
        using var trunk = LoadedDecoder.Load(checkpoint, WeightNames.OfTrunk(checkpoint.Configuration), TinyCheckpoint.Float32);
        using var scope = TensorScope.Enter();
        foreach (var (prompt, expected) in Prompts(pair).Zip(pair.Rows("ar.states")))
        {
            var hidden = trunk.Decoder.Forward(trunk.Decoder.Embed(PaddedTokens.Create([prompt], Device.Cpu)));
            ParityError.AssertWithinFloat32(expected, hidden.Select(1, prompt.Length - 1).ToArray<float>());
        }
    }

    [Theory]
    [MemberData(nameof(ParityPair.Names), MemberType = typeof(ParityPair))]
    public void A_loaded_reconstructor_reads_explanations_as_the_contract_does_together_and_alone(string name)
    {
        using var pair = new ParityPair(name);
        using var reconstructor = Reconstructor.Load(pair.Reconstructor, TinyCheckpoint.Float32);
        var expected = pair.Rows("ar.predictions");

        var together = reconstructor.Reconstruct(pair.Explanations, CancellationToken.None);
        var alone = pair.Explanations.Select(explanation => reconstructor.Reconstruct([explanation], CancellationToken.None)[0]);

        Assert.All(expected.Zip(together), both => ParityError.AssertWithinFloat32(both.First, both.Second));
        Assert.All(expected.Zip(alone), both => ParityError.AssertWithinFloat32(both.First, both.Second));
    }

    [Theory]
    [MemberData(nameof(ParityPair.Names), MemberType = typeof(ParityPair))]
    public void Cosine_squared_error_and_explained_variance_are_those_of_the_contract(string name)
    {
        using var pair = new ParityPair(name);
        using var reconstructor = Reconstructor.Load(pair.Reconstructor, TinyCheckpoint.Float32);

        var scores = reconstructor.Score(pair.Explanations, pair.Activations, CancellationToken.None);

        AssertScores("ar.cosines", score => score.CosineSimilarity);
        AssertScores("ar.errors", score => score.Mse);
        AssertScores("ar.fve", score => score.FveNrm!.Value);

        void AssertScores(string expected, Func<Fidelity, double> value) =>
            ParityError.AssertWithinFloat32(pair.Numbers(expected), [.. scores.Select(score => (float)value(score))]);
    }

    private static List<int[]> Prompts(ParityPair pair)
    {
        var prompt = new ReconstructorPrompt(pair.Reconstructor, SidecarFile.Read(pair.Reconstructor), Checkpoint.Open(pair.Reconstructor).Tokenizer);
        return [.. pair.Explanations.Select(prompt.Encode)];
    }
}
