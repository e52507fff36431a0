using EvalAwareness.Core;
using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Models;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Memory;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;

namespace EvalAwareness.Inference.Nla;

/// <summary>The activation verbalizer (AV) on the engine: injects an activation at the marker and decodes an explanation.</summary>
public sealed class Verbalizer : IVerbalizer, IDisposable
{
    // Beyond it a decode's speed gains little, and its cache takes memory.
    private const int MostAtOnce = 256;

    private readonly Checkpoint _checkpoint;
    private readonly ResidentDecoder _weights;
    private readonly Resident<ExplanationDecoder> _decoder;
    private readonly BatchLimit _batch;

    private Verbalizer(Checkpoint checkpoint, Sidecar sidecar, ResidentDecoder weights, ComputeOptions compute)
    {
        _checkpoint = checkpoint;
        _weights = weights;
        Sidecar = sidecar;
        Card = checkpoint.Card(compute, sidecar.TrainedOn);
        _batch = new BatchLimit(MostAtOnce, compute.Device);
        var prompt = VerbalizerPrompt.Create(
            checkpoint.Folder, sidecar, checkpoint.Tokenizer, ChatTemplate.Load(checkpoint.Folder));
        var stopIds = StopTokens.Read(checkpoint.Folder, checkpoint.Configuration.VocabularySize);
        _decoder = new(() => new ExplanationDecoder(weights.Value, prompt, stopIds, Injection.Of(sidecar)));
        MostNewTokens = checkpoint.Configuration.ContextLength - prompt.Length;
        if (MostNewTokens < 1)
            throw new RefusedException(
                $"{checkpoint.ConfigurationPath}: max_position_embeddings is {checkpoint.Configuration.ContextLength}; the question alone takes {prompt.Length} tokens.");
    }

    public ModelCard Card { get; }

    public Sidecar Sidecar { get; }

    /// <summary>Memory of its weights while they are loaded.</summary>
    public long WeightBytes => _weights.Bytes;

    /// <summary>Tokens of the context that the prompt leaves for an explanation.</summary>
    public int MostNewTokens { get; }

    /// <param name="folder">Its checkpoint.</param>
    /// <param name="compute">Where and in which type.</param>
    /// <param name="injection">How it injects where its sidecar does not say; null for replacing.</param>
    /// <exception cref="RefusedException">The checkpoint is no verbalizer, or disagrees with itself or with <paramref name="injection"/>.</exception>
    public static Verbalizer Load(string folder, ComputeOptions compute, InjectionOptions? injection = null)
    {
        var checkpoint = Checkpoint.Open(folder);
        var sidecar = NlaChecks.ReadSidecar(checkpoint, NlaRole.Verbalizer, injection);
        var weights = ResidentDecoder.Of(checkpoint, WeightNames.OfLanguageModel(checkpoint.Configuration), compute);
        return new Verbalizer(checkpoint, sidecar, weights, compute);
    }

    /// <summary>Why an activation cannot be put into words; null when it can.</summary>
    public string? ProblemOf(float[] vector) => NlaChecks.Problem(vector, Sidecar.HiddenSize);

    /// <exception cref="RefusedException">An explanation may grow longer than the context.</exception>
    /// <exception cref="ItemException">An activation cannot be put into words.</exception>
    public IReadOnlyList<Explanation> Explain(
        IReadOnlyList<VerbalizationRequest> requests, SamplingOptions options, CancellationToken stop)
    {
        if (options.MaxNewTokens > MostNewTokens)
            throw new RefusedException($"max_new_tokens is {options.MaxNewTokens}; the verbalizer's context leaves room for {MostNewTokens}.");
        using var off = GradMode.Disabled();
        foreach (var (key, vector) in requests)
            if (vector is not null)
                NlaChecks.RequireUsable(vector, Sidecar.HiddenSize, key.TranscriptId, key.Position);
        return _batch.Run(requests, batch => Decode(batch, options, stop));
    }

    public void Release()
    {
        _decoder.Release();
        _weights.Release();
    }

    public void Dispose() => Release();

    private List<Explanation> Decode(IReadOnlyList<VerbalizationRequest> batch, SamplingOptions options, CancellationToken stop) =>
        [.. _decoder.Value.Decode(batch, options, stop).Zip(batch, (decoded, request) => Explain(request.Key, decoded))];

    private Explanation Explain(SampleKey key, DecodedTokens decoded)
    {
        var response = _checkpoint.Tokenizer.Decode(decoded.Ids);
        var (description, status) = ExplanationParser.Parse(response, decoded.Stopped);
        return new Explanation(key, description, response, status, decoded.Ids.Count + (decoded.Stopped ? 1 : 0));
    }
}
