namespace EvalAwareness.Torch;

/// <summary>
/// Releases every tensor made inside it when it ends, except those handed out with <see cref="Return"/>. Scopes nest and
/// belong to the thread that entered them.
/// </summary>
public sealed class TensorScope : IDisposable
{
    [ThreadStatic]
    private static TensorScope? _current;

    private readonly TensorScope? _parent;
    private readonly HashSet<Tensor> _tensors = new(ReferenceEqualityComparer.Instance);

    private TensorScope(TensorScope? parent) => _parent = parent;

    internal static TensorScope? Current => _current;

    public static TensorScope Enter() => _current = new TensorScope(_current);

    /// <summary>Tensors made until the result is disposed belong to no scope: for what outlives the work that first needs it.</summary>
    public static IDisposable Leave() => new Absence();

    /// <summary>Hands a tensor over to the enclosing scope, or to the caller when there is none.</summary>
    public Tensor Return(Tensor tensor)
    {
        if (tensor.Owner == this)
        {
            Detach(tensor);
            _parent?.Attach(tensor);
        }
        return tensor;
    }

    public void Dispose()
    {
        _current = _parent;
        foreach (var tensor in _tensors)
            tensor.Release();
        _tensors.Clear();
    }

    internal void Attach(Tensor tensor)
    {
        tensor.Owner = this;
        _tensors.Add(tensor);
    }

    internal void Detach(Tensor tensor)
    {
        tensor.Owner = null;
        _tensors.Remove(tensor);
    }

    private sealed class Absence : IDisposable
    {
        private readonly TensorScope? _left = _current;

        public Absence() => _current = null;

        public void Dispose() => _current = _left;
    }
}
