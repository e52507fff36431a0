using EvalAwareness.Core.Randomness;
using EvalAwareness.Inference.Classification;
using EvalAwareness.Torch;
using EvalAwareness.Training.Optimization;

namespace EvalAwareness.Training.Classification;

/// <summary>Learns to tell the classes of labelled texts apart, by cross-entropy.</summary>
/// <param name="recipe">How.</param>
/// <param name="base">The encoder that stays as it is.</param>
/// <param name="examples">What is learned from.</param>
/// <param name="type">What the encoder's matrices multiply in.</param>
internal sealed class ClassifierTask(ClassifierRecipe recipe, PackagedEncoder @base, ClassifierExamples examples, ScalarType type) : ITrainingTask
{
    private const double Deviation = 0.02;

    public string Name => "classifier";

    public MasterWeights Weights { get; } = MasterWeights.Create(
        ClassifierWeights.Shapes(@base.Weights, recipe.Rank, examples.Classes.Count), (name, shape) => Initial(@base, name, shape, recipe.Seed));

    public Tensor Loss(int step)
    {
        var batch = examples.At(step);
        var joined = ClassifierWeights.Join(@base.Weights, Weights.ByName, recipe.Scale);
        var dropout = new RandomDropout(recipe.Seed, step, recipe.Dropout);
        var encoder = new Encoder(joined.ToDictionary(weight => weight.Key, weight => ForProducts(weight.Key, weight.Value))) { Dropout = dropout.Apply };
        var head = new ClassifierHead(joined);
        var (states, mask) = encoder.Forward([.. batch.Select(example => example.Ids)]);
        var pooled = ClassifierHead.Pool(states, head.Attention(states, mask));                   // [texts, d]
        var targets = Tensor.From(batch.Select(example => (long)example.Class).ToArray(), [batch.Count]);
        return head.Logits(dropout.Apply(pooled)).CrossEntropy(targets).Mean();
    }

    private Tensor ForProducts(string name, Tensor weight) =>
        weight.Rank == 2 && name.StartsWith(EncoderLayer.Prefix, StringComparison.Ordinal) ? weight.To(type) : weight;

    /// <summary>What is added begins as nothing, what stands in the encoder's place as what it replaces.</summary>
    private static float[] Initial(PackagedEncoder @base, string name, long[] shape, ulong seed)
    {
        if (@base.Weights.TryGetValue(name, out var replaced))
            return replaced.ToArray<float>();
        var values = new float[shape.Aggregate(1L, (product, size) => product * size)];
        var deviation = ClassifierWeights.IsDown(name) ? 1 / Math.Sqrt(shape[1]) : name is ClassifierWeights.Pooling or ClassifierWeights.Output ? Deviation : 0;
        var random = new KeyedRandom(seed, "initial", name);
        for (var index = 0; index < values.Length; index++)
            values[index] = (float)(deviation * random.NextGaussian());
        return values;
    }
}
