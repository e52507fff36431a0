using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Models;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;

namespace EvalAwareness.Inference.Nla;

/// <summary>
/// Decodes a batch of activations. The prompt before the marker is the same for all: its keys and values are computed
/// once, when the decoder is made, and copied into each batch.
/// </summary>
internal sealed class ExplanationDecoder : IDisposable
{
    private readonly Decoder _decoder;
    private readonly IReadOnlySet<int> _stopIds;
    private readonly double _injectionScale;
    private readonly KeyValueCache _prefix;
    private readonly Tensor _suffix;                                                            // [1, suffix, d]
    private readonly float[] _marker;                                                           // [d]

    public ExplanationDecoder(Decoder decoder, VerbalizerPrompt prompt, IReadOnlySet<int> stopIds, double injectionScale)
    {
        _decoder = decoder;
        _stopIds = stopIds;
        _injectionScale = injectionScale;
        _prefix = new KeyValueCache(decoder.Configuration, 1, prompt.Prefix.Count, decoder.Type, decoder.Device);
        using var off = GradMode.Disabled();
        using var scope = TensorScope.Enter();
        _suffix = scope.Return(Embed(prompt.Suffix));
        _marker = Embed([prompt.MarkerId]).ToArray<float>();
        decoder.Forward(Embed(prompt.Prefix), _prefix);
    }

    public IReadOnlyList<DecodedTokens> Decode(
        IReadOnlyList<VerbalizationRequest> requests, SamplingOptions options, CancellationToken stop)
    {
        using var scope = TensorScope.Enter();
        var batch = new DecodingBatch(requests, options.MaxNewTokens, _stopIds);
        var sampler = new Sampler(options);
        var cache = NewCache(requests.Count, options.MaxNewTokens);
        var logits = Prefill(requests, cache);
        while (true)
        {
            stop.ThrowIfCancellationRequested();
            var tokens = batch.Accept(Sample(sampler, logits, batch.NextUniforms()));
            if (batch.IsDone)
                return batch.Results;
            if (batch.TryCompact() is { } kept)
                (cache, tokens) = Keep(cache, tokens, kept);
            logits = Next(tokens, cache, replaces: logits);
        }
    }

    public void Dispose()
    {
        _prefix.Dispose();
        _suffix.Dispose();
    }

    /// <summary>The prompt before the marker, and room for the rest of it and for so many new tokens of each sequence.</summary>
    public KeyValueCache NewCache(int sequences, int newTokens)
    {
        var capacity = _prefix.Length + 1 + (int)_suffix.Size(1) + newTokens;
        var cache = new KeyValueCache(_decoder.Configuration, sequences, capacity, _decoder.Type, _decoder.Device);
        cache.Broadcast(_prefix);
        return cache;
    }

    /// <returns>Scores of the first new token, [batch, vocabulary].</returns>
    public Tensor Prefill(IReadOnlyList<VerbalizationRequest> requests, KeyValueCache cache)
    {
        using var scope = TensorScope.Enter();
        var hidden = _decoder.Forward(FromMarkerOn(requests), cache);
        return scope.Return(_decoder.Logits(hidden.Select(1, hidden.Size(1) - 1)));
    }

    /// <returns>Scores of the token after these, [batch, vocabulary].</returns>
    public Tensor Next(long[] tokens, KeyValueCache cache, Tensor replaces)
    {
        using var scope = TensorScope.Enter();
        replaces.Dispose();
        var hidden = _decoder.Forward(_decoder.Embed(Tensor.From(tokens, [tokens.Length, 1], _decoder.Device)), cache);
        return scope.Return(_decoder.Logits(hidden.Select(1, 0)));
    }

    /// <returns>What the first block reads at the marker, a scaled activation or the marker's own embedding, and after it, [batch, 1 + suffix, d].</returns>
    public Tensor FromMarkerOn(IReadOnlyList<VerbalizationRequest> requests)
    {
        using var scope = TensorScope.Enter();
        var values = requests
            .SelectMany(request => request.Vector is { } vector ? Injection.Scale(vector, _injectionScale) : _marker)
            .ToArray();
        var marker = Tensor.From(values, [requests.Count, 1, _marker.Length]).To(_decoder.Type).To(_decoder.Device);
        return scope.Return(Tensor.Concatenate([marker, _suffix.Expand(requests.Count, _suffix.Size(1), _suffix.Size(2))], 1));
    }

    /// <summary>In a scope of its own: a step's distributions are megabytes, and a decode has many steps.</summary>
    private static long[] Sample(Sampler sampler, Tensor logits, float[] uniforms)
    {
        using var scope = TensorScope.Enter();
        return sampler.Sample(logits, uniforms).ToArray<long>();
    }

    private (KeyValueCache Cache, long[] Tokens) Keep(KeyValueCache cache, long[] tokens, long[] kept)
    {
        using var rows = Tensor.From(kept, [kept.Length], _decoder.Device);
        var smaller = cache.Keep(rows);
        cache.Dispose();
        return (smaller, Array.ConvertAll(kept, row => tokens[row]));
    }

    private Tensor Embed(IReadOnlyList<int> ids) =>
        _decoder.Embed(PaddedTokens.Create([ids], _decoder.Device));
}
