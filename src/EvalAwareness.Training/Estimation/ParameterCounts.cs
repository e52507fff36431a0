using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Training.Optimization;

namespace EvalAwareness.Training.Estimation;

/// <summary>The parameters of a model, by what they cost.</summary>
/// <param name="All">All of them.</param>
/// <param name="Multiplied">Those that every token is multiplied with: not an embedding that is only looked up.</param>
/// <param name="Inner">Matrices inside the blocks, for which the optimizer keeps one number each, not two.</param>
internal sealed record ParameterCounts(long All, long Multiplied, long Inner)
{
    private const int Float32 = sizeof(float);

    public static ParameterCounts OfVerbalizer(DecoderConfiguration configuration)
    {
        var shapes = WeightNames.OfLanguageModel(configuration).ToList();
        var head = (long)configuration.VocabularySize * configuration.HiddenSize;
        return Of(shapes, head);
    }

    public static ParameterCounts OfReconstructor(DecoderConfiguration trunk) =>
        Of([.. WeightNames.OfTrunk(trunk), new("value head", [trunk.HiddenSize, trunk.HiddenSize])], (long)trunk.HiddenSize * trunk.HiddenSize);

    /// <summary>Bytes while it is trained: float32 weights, their gradients, the optimizer's moments, and a step's copy of the weights in its own type.</summary>
    public long TrainingBytes(int stepType) => All * (Float32 + Float32 + stepType) + Inner * Float32 + (All - Inner) * 2 * Float32;

    /// <summary>Bytes of a model that is only compared with.</summary>
    public long ReferenceBytes(int stepType) => All * (Float32 + stepType);

    private static ParameterCounts Of(IReadOnlyCollection<KeyValuePair<string, long[]>> shapes, long head)
    {
        var inner = shapes.Where(shape => Optimizer.IsInnerMatrix(shape.Key, shape.Value.Length)).Sum(Size);
        return new ParameterCounts(shapes.Sum(Size), inner + head, inner);
    }

    private static long Size(KeyValuePair<string, long[]> shape) => shape.Value.Aggregate(1L, (product, size) => product * size);
}
