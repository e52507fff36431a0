using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Benchmarks;

/// <summary>Every matrix product of one forward pass and nothing between them: the floor under any decode of these shapes.</summary>
internal sealed class MatrixProducts
{
    private readonly List<Tensor> _matrices;
    private readonly Decoder _decoder;

    public MatrixProducts(Decoder decoder, IReadOnlyDictionary<string, Tensor> weights)
    {
        _decoder = decoder;
        _matrices = [.. weights.Where(pair => pair.Value.Rank == 2 && pair.Key != WeightNames.Embedding).Select(pair => pair.Value)];
        // Tied or not, the head is a product with a matrix of the embedding's shape.
        if (decoder.Configuration.TiedEmbeddings)
            _matrices.Add(weights[WeightNames.Embedding]);
    }

    /// <param name="rows">Tokens of one pass over all sequences.</param>
    public void Run(int rows)
    {
        using var scope = TensorScope.Enter();
        foreach (var inputs in _matrices.GroupBy(matrix => matrix.Size(1)))
        {
            var input = Tensor.Zeros([rows, inputs.Key], _decoder.Type, _decoder.Device);
            foreach (var matrix in inputs)
                input.Linear(matrix).Dispose();
        }
    }
}
