using EvalAwareness.Torch.Autograd;

namespace EvalAwareness.Torch.Kernels;

/// <summary>
/// Decides whether a computation is one for our own kernels, which know bfloat16 on the CPU and no gradients. All others, those of a GPU
/// among them, take LibTorch's operators.
/// </summary>
internal static class OwnKernels
{
    [ThreadStatic]
    private static bool _avoided;

    /// <param name="input">What is computed with.</param>
    /// <param name="evenWithHistory">Whether gradients may be recorded: none are wanted of it, or it puts operators together.</param>
    public static bool Serve(Tensor input, bool evenWithHistory = false) =>
        !_avoided && input is { Type: ScalarType.BFloat16, Device.IsCpu: true } && (evenWithHistory || !GradMode.IsEnabled);

    /// <summary>Until the result is disposed this thread computes as it would on another device.</summary>
    public static IDisposable Avoid() => new Avoidance();

    private sealed class Avoidance : IDisposable
    {
        private readonly bool _before = _avoided;

        public Avoidance() => _avoided = true;

        public void Dispose() => _avoided = _before;
    }
}
