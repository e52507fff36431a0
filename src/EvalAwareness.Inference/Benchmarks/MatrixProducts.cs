using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Benchmarks;

/// <summary>Every matrix product of one forward pass and nothing between them: the floor under any decode of these shapes.</summary>
internal sealed class MatrixProducts : IDisposable
{
    private readonly List<Tensor> _matrices;
    private readonly Tensor _head;
    private readonly Decoder _decoder;
    private readonly int _sequences;
    private readonly Tensor _cached;                                                            // [sequences · heads · tokens · size]

    /// <param name="decoder">Whose shapes are computed.</param>
    /// <param name="weights">Its weights.</param>
    /// <param name="sequences">Sequences of the batch.</param>
    /// <param name="mostTokens">Longest sequence to come.</param>
    public MatrixProducts(Decoder decoder, IReadOnlyDictionary<string, Tensor> weights, int sequences, int mostTokens)
    {
        _decoder = decoder;
        _sequences = sequences;
        _cached = Tensor.Zeros(
            [(long)sequences * decoder.Configuration.KeyValueHeads * mostTokens * decoder.Configuration.HeadSize], decoder.Type, decoder.Device);
        _head = weights[decoder.Configuration.TiedEmbeddings ? WeightNames.Embedding : WeightNames.Head];
        _matrices = [.. weights
            .Where(pair => pair.Value.Rank == 2 && pair.Key is not (WeightNames.Embedding or WeightNames.Head))
            .Select(pair => pair.Value)];
    }

    public void Dispose() => _cached.Dispose();

    /// <summary>A pass of every sequence over its new tokens, which see those before them too.</summary>
    /// <param name="fresh">New tokens of each.</param>
    /// <param name="seen">Tokens that the last of them attends to, itself included.</param>
    public void Run(int fresh, int seen)
    {
        Multiply(_sequences * fresh, _matrices);
        // Only the last token of each is asked what comes next.
        Multiply(_sequences, [_head]);
        for (var block = 0; block < _decoder.Configuration.Blocks; block++)
            RunAttention(fresh, Math.Min(seen, _decoder.Configuration.WindowOf(block) ?? seen));
    }

    private void Multiply(int rows, IEnumerable<Tensor> matrices)
    {
        using var scope = TensorScope.Enter();
        foreach (var inputs in matrices.GroupBy(matrix => matrix.Size(1)))
        {
            var input = Tensor.Zeros([rows, inputs.Key], _decoder.Type, _decoder.Device);
            foreach (var matrix in inputs)
                input.Linear(matrix).Dispose();
        }
    }

    /// <summary>Queries with keys, then what they weigh with values; queries that share a head stand in one matrix, as in the decode.</summary>
    private void RunAttention(int fresh, int seen)
    {
        using var scope = TensorScope.Enter();
        var (heads, shared) = (_decoder.Configuration.Heads, _decoder.Configuration.KeyValueHeads);
        long size = _decoder.Configuration.HeadSize;
        var queries = Tensor.Zeros([_sequences, shared, heads / shared * fresh, size], _decoder.Type, _decoder.Device);
        // As if nothing lay behind the last token: a floor knows no gaps. Keys may well serve as values.
        var keys = _cached.Slice(0, 0, _sequences * shared * seen * size).Reshape(_sequences, shared, seen, size);
        queries.MatMul(keys.Transpose(2, 3)).MatMul(keys);
    }
}
