using EvalAwareness.Inference.Architectures;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;

namespace EvalAwareness.Inference.Tests.Architectures;

public sealed class RotaryTests : IDisposable
{
    private readonly GradMode _off = GradMode.Disabled();

    public void Dispose() => _off.Dispose();

    [Fact]
    public void Frequencies_fall_geometrically_from_one() =>
        AssertClose([1, 0.1, 0.01, 0.001], new RotaryFrequencies(10_000).OfHead(8));

    [Fact]
    public void Linear_scaling_divides_them_all() =>
        AssertClose([0.125, 0.0125, 0.00125, 0.000125], new RotaryFrequencies(10_000, new LinearScaling(8)).OfHead(8));

    [Fact]
    public void Llama_3_keeps_the_fast_ones_divides_the_slow_ones_and_blends_between()
    {
        var scaling = new Llama3Scaling(Factor: 8, LowTurns: 1, HighTurns: 4, OriginalContext: 8192);

        // 8192 tokens are one turn of the wavelength 8192, four of 2048.
        AssertClose([Of(2000), Of(2048), Of(8192) / 8, Of(9000) / 8], new[] { 2000, 2048, 8192, 9000.0 }.Select(length => scaling.Apply(Of(length))));
        // Two turns lie a third of the way from one to four: two thirds of the divided frequency, one of the kept.
        AssertClose([Of(4096) * (2.0 / 3 / 8 + 1.0 / 3)], [scaling.Apply(Of(4096))]);

        static double Of(double wavelength) => 2 * Math.PI / wavelength;
    }

    [Fact]
    public void Angles_of_a_longer_text_continue_those_of_a_shorter_one()
    {
        var configuration = TinyArchitectures.Gemma3 with { ContextLength = 131_072 };
        using var scope = TensorScope.Enter();
        using var grown = new RotaryTable(configuration, ScalarType.Float32, Device.Cpu);
        using var fresh = new RotaryTable(configuration, ScalarType.Float32, Device.Cpu);
        var states = Tensor.From([.. Enumerable.Range(0, 2 * 10).Select(index => MathF.Sin(index))], [1, 1, 2, 10]);

        var early = grown.Apply(states, offset: 3, block: 1).ToArray<float>();
        var late = grown.Apply(states, offset: 5_000, block: 1).ToArray<float>();

        Assert.Equal(fresh.Apply(states, offset: 5_000, block: 1).ToArray<float>(), late);
        Assert.Equal(fresh.Apply(states, offset: 3, block: 1).ToArray<float>(), early);
        Assert.NotEqual(early, late);
    }

    [Fact]
    public void Angles_outlive_the_scope_they_were_first_asked_in()
    {
        using var rotary = new RotaryTable(TinyArchitectures.Llama, ScalarType.Float32, Device.Cpu);
        using var states = Tensor.From([.. Enumerable.Range(0, 8).Select(index => MathF.Sin(index))], [1, 1, 1, 8]);

        Assert.Equal(Turned(), Turned());

        float[] Turned()
        {
            using var scope = TensorScope.Enter();
            return rotary.Apply(states, offset: 7, block: 0).ToArray<float>();
        }
    }

    private static void AssertClose(IEnumerable<double> expected, IEnumerable<double> actual) =>
        Assert.Equal(expected, actual, (a, b) => Math.Abs(a - b) < 1e-12);
}
