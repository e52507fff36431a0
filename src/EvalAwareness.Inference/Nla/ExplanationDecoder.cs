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
    private readonly IInjection _injection;
    private readonly KeyValueCache _prefix;
    private readonly Tensor _suffix;                                                            // [1, suffix, d]
    private readonly float[] _marker;                                                           // [d]

    public ExplanationDecoder(Decoder decoder, VerbalizerPrompt prompt, IReadOnlySet<int> stopIds, IInjection injection)
    {
        _decoder = decoder;
        _stopIds = stopIds;
        _injection = injection;
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
        var suffix = _suffix.Expand(requests.Count, _suffix.Size(1), _suffix.Size(2));
        var hidden = _injection.Forward(_decoder, _marker, suffix, [.. requests.Select(request => request.Vector)], cache);
        return scope.Return(_decoder.Logits(hidden.Select(1, hidden.Size(1) - 1)));
    }

    private Tensor Embed(IReadOnlyList<int> ids) =>
        _decoder.Embed(PaddedTokens.Create([ids], _decoder.Device));
}
