using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Decoding;

/// <summary>A decoder-only transformer over given weights. It owns none of them: the same code serves inference and training.</summary>
public sealed class Decoder
{
    private readonly DecoderBlock[] _blocks;
    private readonly IReadOnlyDictionary<string, Tensor> _weights;
    private readonly double? _embeddingScale;

    public Decoder(DecoderConfiguration configuration, IReadOnlyDictionary<string, Tensor> weights, RotaryTable rotary)
    {
        Configuration = configuration;
        _weights = weights;
        _embeddingScale = configuration.Architecture.EmbeddingScale(configuration);
        _blocks = [.. Enumerable.Range(0, configuration.Blocks)
            .Select(block => new DecoderBlock(configuration, block, weights, rotary))];
    }

    public DecoderConfiguration Configuration { get; }

    public ScalarType Type => _weights[WeightNames.Embedding].Type;

    public Device Device => _weights[WeightNames.Embedding].Device;

    /// <param name="tokens">int64 token ids, [batch, time].</param>
    /// <returns>What the first block reads, scaled where the family does so, [batch, time, d].</returns>
    public Tensor Embed(Tensor tokens)
    {
        var embedded = _weights[WeightNames.Embedding].Embedding(tokens);
        // The factor is rounded to the type of the weights, as transformers does: in bfloat16 the root of 3840 is 62.
        return _embeddingScale is { } scale ? embedded * scale : embedded;
    }

    /// <summary>Runs the given blocks and computes nothing beyond them.</summary>
    /// <param name="embedded">Residual stream before the first of them, [batch, time, d].</param>
    /// <param name="cache">Tokens before these; null for none. Once the last block has run, these belong to it too.</param>
    /// <param name="blocks">Blocks to run; all when null. Those up to and with K give the output of block K.</param>
    /// <returns>Raw residual stream, before any norm, [batch, time, d].</returns>
    public Tensor Forward(Tensor embedded, KeyValueCache? cache = null, Range? blocks = null)
    {
        var hidden = embedded;
        var (first, count) = (blocks ?? Range.All).GetOffsetAndLength(_blocks.Length);
        foreach (var block in _blocks.AsSpan(first, count))
            hidden = block.Forward(hidden, cache);
        if (first + count == _blocks.Length)
            cache?.Advance((int)embedded.Size(1));
        return hidden;
    }

    /// <param name="hidden">Output of the last block, [rows, d].</param>
    /// <returns>Scores over the vocabulary, [rows, vocabulary].</returns>
    public Tensor Logits(Tensor hidden) =>
        new NormLayer(Configuration, _weights[WeightNames.FinalNorm]).Forward(hidden)
            .Linear(_weights[Configuration.TiedEmbeddings ? WeightNames.Embedding : WeightNames.Head]);
}
