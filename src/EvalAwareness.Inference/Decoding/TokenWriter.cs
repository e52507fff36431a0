using EvalAwareness.Core.Models;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Decoding;

/// <summary>Samples token after token for a batch of sequences whose prompts have been read.</summary>
internal sealed class TokenWriter(Decoder decoder, SamplingOptions options)
{
    private readonly Sampler _sampler = new(options);

    /// <param name="batch">The sequences.</param>
    /// <param name="cache">Their prompts. It is used up.</param>
    /// <param name="logits">Scores of the first new token, [batch, vocabulary]. They are used up.</param>
    /// <param name="stop">Cancels between tokens.</param>
    public IReadOnlyList<DecodedTokens> Write(DecodingBatch batch, KeyValueCache cache, Tensor logits, CancellationToken stop)
    {
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var tokens = batch.Accept(Sample(logits, batch.NextUniforms()));
            if (batch.IsDone)
                return batch.Results;
            if (batch.TryCompact() is { } kept)
                (cache, tokens) = Keep(cache, tokens, kept);
            logits = Next(tokens, cache, replaces: logits);
        }
    }

    /// <summary>In a scope of its own: a step's distributions are megabytes, and a decode has many steps.</summary>
    private long[] Sample(Tensor logits, float[] uniforms)
    {
        using var scope = TensorScope.Enter();
        return _sampler.Sample(logits, uniforms).ToArray<long>();
    }

    private Tensor Next(long[] tokens, KeyValueCache cache, Tensor replaces)
    {
        using var scope = TensorScope.Enter();
        replaces.Dispose();
        var hidden = decoder.Forward(decoder.Embed(Tensor.From(tokens, [tokens.Length, 1], decoder.Device)), cache);
        return scope.Return(decoder.Logits(hidden.Select(1, 0)));
    }

    private (KeyValueCache Cache, long[] Tokens) Keep(KeyValueCache cache, long[] tokens, long[] kept)
    {
        using var rows = Tensor.From(kept, [kept.Length], decoder.Device);
        var smaller = cache.Keep(rows);
        cache.Dispose();
        return (smaller, Array.ConvertAll(kept, row => tokens[row]));
    }
}
