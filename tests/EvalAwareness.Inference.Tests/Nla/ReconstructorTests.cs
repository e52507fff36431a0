using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Tests.Checkpoints;
using EvalAwareness.Inference.Tests.Decoding;
using EvalAwareness.Inference.Tokenization;

namespace EvalAwareness.Inference.Tests.Nla;

public sealed class ReconstructorTests : IDisposable
{
    private readonly TinyNla _nla = new(NlaRole.Reconstructor);
    private readonly Reconstructor _reconstructor;

    public ReconstructorTests() => _reconstructor = Reconstructor.Load(_nla.Folder, TinyCheckpoint.Float32);

    public void Dispose()
    {
        _reconstructor.Dispose();
        _nla.Dispose();
    }

    [Fact]
    public void Reconstruction_and_scores_match_a_computation_by_hand()
    {
        string[] explanations = ["A short one.", "  A rather longer explanation, which is padded against the short one. "];
        float[][] activations = [Vector(1), Vector(2)];
        var scores = _reconstructor.Score(explanations, activations, CancellationToken.None);
        var tokenizer = HuggingFaceTokenizer.Load(_nla.Folder);
        var reference = new ReferenceDecoder(_nla.Checkpoint.Configuration, _nla.Checkpoint.Weights);
        for (var index = 0; index < explanations.Length; index++)
        {
            var prompt = TinyNla.Template.Replace(Sidecar.ExplanationSlot, explanations[index].Trim());
            // The head is 1.5 times the identity, which no cosine sees.
            var cosine = Cosine(reference.HiddenStates(tokenizer.EncodeIds(prompt))[^1][^1], activations[index]);

            Assert.Equal(cosine, scores[index].CosineSimilarity, 1e-4);
            Assert.Equal(2 * (1 - cosine), scores[index].Mse, 2e-4);
            Assert.Equal(1 - 2 * (1 - cosine) / TinyNla.Variance, scores[index].FveNrm!.Value, 1e-3);
        }
    }

    [Fact]
    public void The_head_multiplies_the_last_hidden_state()
    {
        const string Text = "Anything.";
        var raw = _reconstructor.Reconstruct([Text], CancellationToken.None)[0];
        var prompt = HuggingFaceTokenizer.Load(_nla.Folder).EncodeIds(TinyNla.Template.Replace(Sidecar.ExplanationSlot, Text));
        var hidden = new ReferenceDecoder(_nla.Checkpoint.Configuration, _nla.Checkpoint.Weights).HiddenStates(prompt)[^1][^1];

        Assert.Equal(hidden.Select(value => 1.5 * value), raw.Select(value => (double)value), (a, b) => Math.Abs(a - b) < 1e-4);
    }

    private static float[] Vector(int index) => [.. Enumerable.Range(0, 16).Select(feature => MathF.Cos(feature * (index + 1)))];

    private static double Cosine(double[] left, float[] right) =>
        left.Zip(right, (a, b) => a * b).Sum() / Math.Sqrt(left.Sum(a => a * a) * right.Sum(b => (double)b * b));
}
