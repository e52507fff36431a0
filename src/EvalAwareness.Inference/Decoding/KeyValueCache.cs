using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Decoding;

/// <summary>Preallocated keys and values of a batch of sequences that all have the same length so far.</summary>
public sealed class KeyValueCache : IDisposable
{
    private readonly Layer[] _layers;

    private KeyValueCache(Layer[] layers, int length)
    {
        _layers = layers;
        Length = length;
    }

    /// <param name="configuration">Gives the shape of a layer.</param>
    /// <param name="batch">Sequences.</param>
    /// <param name="capacity">Most tokens of a sequence.</param>
    /// <param name="type">Element type of the decoder's weights.</param>
    /// <param name="device">Where they live.</param>
    public KeyValueCache(DecoderConfiguration configuration, int batch, int capacity, ScalarType type, Device device)
    {
        long[] shape = [batch, configuration.KeyValueHeads, capacity, configuration.HeadSize];
        _layers = [.. Enumerable.Range(0, configuration.Blocks)
            .Select(_ => new Layer(Tensor.Empty(shape, type, device), Tensor.Empty(shape, type, device)))];
    }

    /// <summary>Tokens already held.</summary>
    public int Length { get; private set; }

    /// <summary>Copies the tokens of a batch-of-one cache into every sequence: a shared prefix is computed once.</summary>
    public void Broadcast(KeyValueCache prefix)
    {
        using var scope = TensorScope.Enter();
        for (var block = 0; block < _layers.Length; block++)
        {
            Spread(prefix._layers[block].Keys, _layers[block].Keys, prefix.Length);
            Spread(prefix._layers[block].Values, _layers[block].Values, prefix.Length);
        }
        Length = prefix.Length;
    }

    /// <summary>Appends the keys and values of new tokens, which become part of the sequences with <see cref="Advance"/>.</summary>
    /// <param name="block">Decoder block.</param>
    /// <param name="keys">[batch, heads, new, size].</param>
    /// <param name="values">Same shape.</param>
    public void Append(int block, Tensor keys, Tensor values)
    {
        var end = Length + keys.Size(2);
        _layers[block].Keys.Slice(2, Length, end).CopyFrom(keys);
        _layers[block].Values.Slice(2, Length, end).CopyFrom(values);
    }

    /// <summary>Views of what a block holds, with so many tokens that were appended last.</summary>
    public (Tensor Keys, Tensor Values) Held(int block, long fresh) =>
        (_layers[block].Keys.Slice(2, 0, Length + fresh), _layers[block].Values.Slice(2, 0, Length + fresh));

    /// <summary>Attention of the one token of each sequence that was appended last.</summary>
    /// <param name="block">Decoder block.</param>
    /// <param name="query">[batch, heads, 1, size].</param>
    /// <param name="window">How many of the newest tokens are seen; all when null.</param>
    /// <param name="scale">Factor of the scores.</param>
    public Tensor Attend(int block, Tensor query, int? window, double scale) =>
        Tensor.CachedAttention(query, _layers[block].Keys, _layers[block].Values, Length + 1, window, scale);

    /// <summary>Makes the tokens appended to every block part of the sequences.</summary>
    public void Advance(int tokens) => Length += tokens;

    /// <summary>A cache of the named sequences only, for when others are finished.</summary>
    public KeyValueCache Keep(Tensor sequences)
    {
        using var scope = TensorScope.Enter();
        return new([.. _layers.Select(layer => new Layer(
            scope.Return(layer.Keys.IndexSelect(0, sequences)), scope.Return(layer.Values.IndexSelect(0, sequences))))], Length);
    }

    public void Dispose()
    {
        foreach (var layer in _layers)
        {
            layer.Keys.Dispose();
            layer.Values.Dispose();
        }
    }

    private static void Spread(Tensor source, Tensor target, int length) =>
        target.Slice(2, 0, length).CopyFrom(
            source.Slice(2, 0, length).Expand(target.Size(0), target.Size(1), length, target.Size(3)));

    private sealed record Layer(Tensor Keys, Tensor Values);
}
