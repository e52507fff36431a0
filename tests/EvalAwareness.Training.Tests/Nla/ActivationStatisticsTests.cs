using System.Runtime.CompilerServices;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Safetensors;
using EvalAwareness.Training.Nla;

namespace EvalAwareness.Training.Tests.Nla;

public sealed class ActivationStatisticsTests
{
    private static readonly string Pairs = Path.Combine(Here(), "..", "..", "EvalAwareness.Inference.Tests", "Parity", "pairs");

    /// <summary>The sidecars were written by the float64 reference beside those pairs, from the same activations.</summary>
    [Theory]
    [InlineData("qwen2")]
    [InlineData("qwen3")]
    [InlineData("llama")]
    [InlineData("gemma3")]
    public void The_variance_of_activations_of_any_length_is_that_of_an_independent_computation(string pair)
    {
        using var file = SafetensorsFile.Open(Path.Combine(Pairs, pair, "expected.safetensors"));
        using var scope = TensorScope.Enter();
        var activations = file.View("activations").ToArray<float>().Chunk((int)file.Entries["activations"].Shape[1]).ToArray();

        var expected = SidecarFile.Read(Path.Combine(Pairs, pair, "ar")).VarianceBaseline!.Value;
        Assert.Equal(expected, ActivationStatistics.Of(activations).VarianceBaseline, 1e-9);
    }

    private static string Here([CallerFilePath] string file = "") => Path.GetDirectoryName(file)!;
}
