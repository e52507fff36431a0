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
        var batch = new DecodingBatch([.. requests.Select(request => request.Key)], options.MaxNewTokens, _stopIds);
        var cache = NewCache(requests.Count, options.MaxNewTokens);
        return new TokenWriter(_decoder, options).Write(batch, cache, Prefill(requests, cache), stop);
    }

    public void Dispose()
    {
        _prefix.Dispose();
        _suffix.Dispose();
    }

    private KeyValueCache NewCache(int sequences, int newTokens)
    {
        var capacity = _prefix.Length + 1 + (int)_suffix.Size(1) + newTokens;
        var cache = new KeyValueCache(_decoder.Configuration, sequences, capacity, _decoder.Type, _decoder.Device);
        cache.Broadcast(_prefix);
        return cache;
    }

    /// <returns>Scores of the first new token, [batch, vocabulary].</returns>
    private Tensor Prefill(IReadOnlyList<VerbalizationRequest> requests, KeyValueCache cache)
    {
        using var scope = TensorScope.Enter();
        var suffix = _suffix.Expand(requests.Count, _suffix.Size(1), _suffix.Size(2));
        var embedded = Tensor.Concatenate([AtMarker(requests), suffix], 1);
        var hidden = _decoder.Forward(embedded, cache);
        return scope.Return(_decoder.Logits(hidden.Select(1, hidden.Size(1) - 1)));
    }

    /// <returns>What stands at the marker: a scaled activation, or the marker's own embedding, [batch, 1, d].</returns>
    private Tensor AtMarker(IReadOnlyList<VerbalizationRequest> requests)
    {
        var values = requests
            .SelectMany(request => request.Vector is { } vector ? Injection.Scale(vector, _injectionScale) : _marker)
            .ToArray();
        return Tensor.From(values, [requests.Count, 1, _marker.Length]).To(_decoder.Type).To(_decoder.Device);
    }

    private Tensor Embed(IReadOnlyList<int> ids) =>
        _decoder.Embed(PaddedTokens.Create([ids], _decoder.Device));
}
