using System.Diagnostics;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;

namespace EvalAwareness.Training.Estimation;

/// <summary>How fast this machine multiplies matrices of a model's size.</summary>
internal static class MatrixRate
{
    private const int Rows = 512;
    private const int Repetitions = 5;

    /// <returns>Floating-point operations a second, the median of a few products.</returns>
    public static double Measure(DecoderConfiguration configuration, ScalarType type)
    {
        using var off = GradMode.Disabled();
        using var scope = TensorScope.Enter();
        var input = Tensor.Zeros([Rows, configuration.HiddenSize], type);
        var matrix = Tensor.Zeros([configuration.IntermediateSize, configuration.HiddenSize], type);
        // The first product also compiles its kernel.
        input.Linear(matrix).Dispose();
        var seconds = Enumerable.Range(0, Repetitions).Select(_ => Time(input, matrix)).Order().ElementAt(Repetitions / 2);
        return 2.0 * Rows * configuration.HiddenSize * configuration.IntermediateSize / seconds;
    }

    private static double Time(Tensor input, Tensor matrix)
    {
        var begin = Stopwatch.GetTimestamp();
        input.Linear(matrix).Dispose();
        return Stopwatch.GetElapsedTime(begin).TotalSeconds;
    }
}
