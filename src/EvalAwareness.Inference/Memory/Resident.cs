using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Memory;

/// <summary>Something large that is loaded when it is first needed, and again when it is needed after its release.</summary>
internal sealed class Resident<T>(Func<T> load) : IDisposable where T : class, IDisposable
{
    private T? _held;

    public T Value => _held ??= Load();

    public void Release()
    {
        _held?.Dispose();
        _held = null;
    }

    public void Dispose() => Release();

    private T Load()
    {
        using var outside = TensorScope.Leave();
        return load();
    }
}
