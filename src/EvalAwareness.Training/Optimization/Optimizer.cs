using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;

namespace EvalAwareness.Training.Optimization;

/// <summary>Muon for the matrices inside the blocks, AdamW for the rest: embedding, heads, norms and biases.</summary>
internal sealed class Optimizer : IDisposable
{
    private readonly AdamW _adam;
    private readonly Muon _muon;

    public Optimizer(MasterWeights weights)
    {
        var groups = weights.ByName.ToLookup(pair => IsInnerMatrix(pair.Key, pair.Value.Rank), pair => pair.Value);
        _adam = new AdamW([.. groups[false]]);
        _muon = new Muon([.. groups[true]]);
    }

    /// <summary>All that a resumed training needs, by name.</summary>
    public IEnumerable<KeyValuePair<string, Tensor>> State => _adam.State.Concat(_muon.State);

    /// <summary>One update from the accumulated gradients, which are then cleared.</summary>
    /// <returns>The gradient norm over what AdamW updates, before clipping; Muon's step does not depend on a norm.</returns>
    public double Step(double learningRate)
    {
        _muon.Step(learningRate);
        return _adam.Step(learningRate);
    }

    public void Dispose()
    {
        _adam.Dispose();
        _muon.Dispose();
    }

    /// <summary>Whether Muon updates it.</summary>
    public static bool IsInnerMatrix(string name, int rank) =>
        rank == 2 && name.StartsWith("model.layers.", StringComparison.Ordinal);
}
