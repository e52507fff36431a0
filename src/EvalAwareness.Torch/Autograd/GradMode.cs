using EvalAwareness.Torch.Native;

namespace EvalAwareness.Torch.Autograd;

/// <summary>Whether operations on this thread record a history for gradients. Restores the former mode when disposed.</summary>
public readonly struct GradMode : IDisposable
{
    private readonly bool _former;

    private GradMode(bool enabled)
    {
        _former = IsEnabled;
        NativeMethods.aoti_torch_grad_mode_set_enabled(enabled);
    }

    public static bool IsEnabled => NativeMethods.aoti_torch_grad_mode_is_enabled();

    public static GradMode Disabled() => new(enabled: false);

    public void Dispose() => NativeMethods.aoti_torch_grad_mode_set_enabled(_former);
}
