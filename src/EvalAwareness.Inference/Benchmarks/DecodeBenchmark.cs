using System.Diagnostics;
using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Models;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Templating;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;

namespace EvalAwareness.Inference.Benchmarks;

/// <summary>Measures a verbalizer's decode against the time its matrix products take alone.</summary>
public sealed class DecodeBenchmark : IDisposable
{
    private const int NewTokens = 48;

    // No token has this id, so every sequence runs to the limit and runs are comparable.
    private static readonly HashSet<int> NoStop = [-1];

    private readonly LoadedDecoder _loaded;
    private readonly VerbalizerPrompt _prompt;
    private readonly ExplanationDecoder _decoder;

    private DecodeBenchmark(LoadedDecoder loaded, VerbalizerPrompt prompt, IInjection injection)
    {
        _loaded = loaded;
        _prompt = prompt;
        _decoder = new ExplanationDecoder(loaded.Decoder, prompt, NoStop, injection);
    }

    private int PromptTokens => _prompt.Prefix.Count + OwnTokens;

    /// <summary>The marker and what follows it: the part of the prompt that no two activations share.</summary>
    private int OwnTokens => 1 + _prompt.Suffix.Count;

    /// <param name="folder">A verbalizer's checkpoint.</param>
    /// <param name="compute">Where and in which type.</param>
    public static DecodeBenchmark Load(string folder, ComputeOptions compute)
    {
        var checkpoint = Checkpoint.Open(folder);
        var sidecar = NlaChecks.ReadSidecar(checkpoint, NlaRole.Verbalizer);
        var loaded = LoadedDecoder.Load(checkpoint, WeightNames.OfLanguageModel(checkpoint.Configuration), compute);
        var prompt = VerbalizerPrompt.Create(folder, sidecar, checkpoint.Tokenizer, ChatTemplate.Load(folder));
        return new DecodeBenchmark(loaded, prompt, Injection.Of(sidecar));
    }

    /// <param name="batch">Activations decoded at once.</param>
    /// <param name="runs">Times each figure is taken; the median counts.</param>
    public DecodeMeasurement Measure(int batch, int runs)
    {
        using var off = GradMode.Disabled();
        using var products = new MatrixProducts(_loaded.Decoder, _loaded.Weights, batch, PromptTokens + NewTokens);
        var requests = Requests(batch);
        var medians = Medians(
            _loaded.Decoder.Device,
            runs,
            () => _decoder.Decode(requests, new SamplingOptions { MaxNewTokens = NewTokens }, CancellationToken.None),
            () => RunProducts(products),
            () => ReadPrompt(batch, PromptTokens),
            () => ReadPrompt(batch, OwnTokens));
        return new DecodeMeasurement(batch, NewTokens, medians[0], medians[0] + medians[2] - medians[3], medians[1]);
    }

    public void Dispose()
    {
        _decoder.Dispose();
        _loaded.Dispose();
    }

    private List<VerbalizationRequest> Requests(int batch)
    {
        var random = new KeyedRandom(1, "benchmark");
        return [.. Enumerable.Range(0, batch).Select(index => new VerbalizationRequest(
            new SampleKey(1, "benchmark", "benchmark", index, 0),
            [.. Enumerable.Range(0, _loaded.Decoder.Configuration.HiddenSize).Select(_ => (float)random.NextGaussian())]))];
    }

    /// <summary>One pass over so many prompt tokens of every sequence, as a decode without a shared prefix would begin.</summary>
    private void ReadPrompt(int batch, int tokens)
    {
        using var scope = TensorScope.Enter();
        var decoder = _loaded.Decoder;
        var ids = Enumerable.Repeat(_prompt.Prefix[0], tokens).ToArray();
        decoder.Forward(decoder.Embed(PaddedTokens.Create([.. Enumerable.Repeat(ids, batch)], decoder.Device)));
    }

    /// <summary>The products of a whole shared-prefix decode, with the weights and of attention: once over the rest of the prompt, then once for every new token but the first.</summary>
    private void RunProducts(MatrixProducts products)
    {
        products.Run(OwnTokens, PromptTokens);
        for (var token = 1; token < NewTokens; token++)
            products.Run(1, PromptTokens + token);
    }

    /// <summary>Takes turns, so that a machine whose speed changes changes it for all.</summary>
    private static double[] Medians(Device device, int runs, params Action[] actions)
    {
        foreach (var action in actions)
            action();
        var rounds = Enumerable.Range(0, runs).Select(_ => Array.ConvertAll(actions, action => Seconds(device, action))).ToList();
        return [.. Enumerable.Range(0, actions.Length).Select(index => rounds.Select(round => round[index]).Order().ElementAt(runs / 2))];
    }

    private static double Seconds(Device device, Action action)
    {
        device.Synchronize();
        var watch = Stopwatch.StartNew();
        action();
        device.Synchronize();
        return watch.Elapsed.TotalSeconds;
    }
}
