using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Tests.Architectures;
using EvalAwareness.Inference.Tests.Checkpoints;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;

namespace EvalAwareness.Inference.Tests.Nla;

public sealed class FamilyReconstructorTests
{
    private const float Diagonal = 1.5f;

    [Theory]
    [MemberData(nameof(TinyArchitectures.Names), MemberType = typeof(TinyArchitectures))]
    public void A_reconstructor_of_any_family_reads_the_raw_output_of_its_last_block(string family)
    {
        const string Explanation = "It is a test.";
        using var nla = new TinyNla(NlaRole.Reconstructor, TinyArchitectures.Named(family));
        using var reconstructor = Reconstructor.Load(nla.Folder, TinyCheckpoint.Float32);
        using var scope = TensorScope.Enter();
        using var off = GradMode.Disabled();
        using var trunk = LoadedDecoder.Load(
            Checkpoint.Open(nla.Folder), WeightNames.OfTrunk(nla.Checkpoint.Configuration), TinyCheckpoint.Float32);
        var prompt = HuggingFaceTokenizer.Load(nla.Folder).EncodeIds(TinyNla.Template.Replace(Sidecar.ExplanationSlot, Explanation), addSpecialTokens: true);
        var hidden = trunk.Decoder.Forward(trunk.Decoder.Embed(PaddedTokens.Create([prompt], Device.Cpu)));

        var expected = hidden.Select(1, prompt.Length - 1).ToArray<float>().Select(value => value * Diagonal);

        // A longer companion pads the prompt; what is read stands at its own last token.
        var read = reconstructor.Reconstruct([Explanation, "It is a much longer test, of a window and of what lies behind it."], CancellationToken.None)[0];
        Assert.Equal(expected, read, (a, b) => Math.Abs(a - b) < 1e-4);
    }
}
