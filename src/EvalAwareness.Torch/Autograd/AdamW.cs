using EvalAwareness.Torch.Native;
using static EvalAwareness.Torch.Native.Argument;

namespace EvalAwareness.Torch.Autograd;

/// <summary>Adam with decoupled weight decay (Loshchilov and Hutter 2019) in one fused call, with the global gradient norm clipped.</summary>
public sealed class AdamW : IDisposable
{
    private readonly Tensor[] _parameters;
    private readonly Tensor[] _first;
    private readonly Tensor[] _second;
    private readonly Tensor _step = Tensor.Scalar(0);

    /// <param name="parameters">Float32 leaves marked as requiring gradients.</param>
    public AdamW(IReadOnlyList<Tensor> parameters)
    {
        _parameters = [.. parameters];
        _first = [.. parameters.Select(Zero)];
        _second = [.. parameters.Select(Zero)];
    }

    public double Beta1 { get; init; } = 0.9;

    public double Beta2 { get; init; } = 0.95;

    public double Epsilon { get; init; } = 1e-8;

    public double WeightDecay { get; init; } = 0.01;

    /// <summary>Gradients whose global L2 norm is larger are scaled down to it.</summary>
    public double MaximumNorm { get; init; } = 1;

    /// <summary>Moments and the step count by name, for checkpoints that training resumes from.</summary>
    public IEnumerable<KeyValuePair<string, Tensor>> State =>
        Named("first", _first).Concat(Named("second", _second)).Append(new("step", _step));

    /// <summary>One update from the accumulated gradients, which are then cleared.</summary>
    /// <returns>The global gradient norm before clipping.</returns>
    public double Step(double learningRate)
    {
        using var scope = TensorScope.Enter();
        using var off = GradMode.Disabled();
        var gradients = Array.ConvertAll(_parameters, Gradients.Required);
        var norm = Norm(gradients);
        // The kernel corrects its moments for the number of this step, counted from one.
        _step.CopyFrom(_step + Tensor.Scalar(1));
        var scale = Tensor.Scalar(Math.Max(1, norm / MaximumNorm));
        Dispatcher.CallVoid(
            "aten::_fused_adamw_"u8, ""u8,
            List(_parameters), List(gradients), List(_first), List(_second), List(ReadOnlySpan<Tensor>.Empty), List(Array.ConvertAll(_parameters, _ => _step)),
            Of(learningRate), Of(Beta1), Of(Beta2), Of(WeightDecay), Of(Epsilon), Of(false), Of(false), Optional(scale), Dispatcher.None);
        foreach (var gradient in gradients)
            gradient.ZeroInPlace();
        return norm;
    }

    public void Dispose()
    {
        foreach (var tensor in (Tensor[])[.. _first, .. _second, _step])
            tensor.Dispose();
    }

    private static Tensor Zero(Tensor parameter) => Tensor.Zeros([.. parameter.Shape], parameter.Type, parameter.Device);

    private static IEnumerable<KeyValuePair<string, Tensor>> Named(string kind, Tensor[] tensors) =>
        tensors.Select((tensor, index) => KeyValuePair.Create($"{kind}.{index}", tensor));

    private static double Norm(Tensor[] gradients)
    {
        // Adam's fused kernel divides by the scale it is given, so one pass over the gradients is enough to clip.
        var squares = Array.ConvertAll(gradients, gradient => (gradient * gradient).Sum().Reshape(1));
        return Math.Sqrt(Tensor.Concatenate(squares, 0).Sum().Item());
    }
}
