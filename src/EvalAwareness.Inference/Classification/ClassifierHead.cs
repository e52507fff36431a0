using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Classification;

/// <summary>Sums up a text by attention, since a single clause may decide, and tells its classes apart.</summary>
internal sealed class ClassifierHead(IReadOnlyDictionary<string, Tensor> weights)
{
    /// <param name="states">[texts, time, d].</param>
    /// <param name="mask">Added to the scores, [texts, time].</param>
    /// <returns>How much each place counts, [texts, time].</returns>
    public Tensor Attention(Tensor states, Tensor mask) =>
        (states.Linear(weights[ClassifierWeights.Pooling]).Reshape([.. mask.Shape]) + mask).Softmax(-1);

    /// <returns>[texts, d].</returns>
    public static Tensor Pool(Tensor states, Tensor attention) =>
        attention.Reshape(states.Size(0), 1, states.Size(1)).MatMul(states).Reshape(states.Size(0), states.Size(2));

    /// <returns>[texts, classes].</returns>
    public Tensor Logits(Tensor pooled) => pooled.Linear(weights[ClassifierWeights.Output], weights[ClassifierWeights.OutputBias]);
}
