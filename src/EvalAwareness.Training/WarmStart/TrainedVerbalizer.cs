using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Models;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;
using EvalAwareness.Training.Nla;
using EvalAwareness.Training.Optimization;

namespace EvalAwareness.Training.WarmStart;

/// <summary>A verbalizer whose weights are being trained.</summary>
/// <param name="configuration">Its architecture.</param>
/// <param name="weights">Its weights.</param>
/// <param name="rotary">Gives the type a step computes in.</param>
/// <param name="prompt">Its prompt.</param>
/// <param name="injectionScale">L2 norm an activation is scaled to.</param>
/// <param name="tokenizer">Writes and reads responses.</param>
/// <param name="end">What ends a response.</param>
internal sealed class TrainedVerbalizer(
    DecoderConfiguration configuration, MasterWeights weights, RotaryTable rotary, VerbalizerPrompt prompt, double injectionScale,
    HuggingFaceTokenizer tokenizer, ResponseEnd end)
{
    /// <summary>What a response begins with, before the summary.</summary>
    public const string Opening = $"{ExplanationParser.OpenTag}\n";

    public MasterWeights Weights => weights;

    /// <summary>The tokens of an explanation between its tags, and the stop token.</summary>
    public int[] Response(string summary) =>
        [.. tokenizer.EncodeIds($"{Opening}{summary}\n{ExplanationParser.CloseTag}"), end.Taught];

    /// <summary>How unlikely the verbalizer finds given responses to activations in the marker's place.</summary>
    /// <param name="vectors">Activation of each response.</param>
    /// <param name="responses">Tokens of each response.</param>
    /// <returns>Cross-entropy in nats of every token, responses one after the other, float32 [tokens].</returns>
    public Tensor CrossEntropies(IReadOnlyList<float[]> vectors, IReadOnlyList<int[]> responses)
    {
        var decoder = DecoderForStep();
        var hidden = decoder.Forward(Embed(decoder, vectors, responses));                        // [batch, time, d]
        var start = prompt.Prefix.Count + prompt.Suffix.Count;
        // The place that predicts the i-th response token is one to its left.
        var places = responses.SelectMany((response, row) => Enumerable.Range(0, response.Length).Select(index => (row, start + index)));
        var targets = responses.SelectMany(response => response).Select(id => (long)id).ToArray();
        return decoder.Logits(PaddedTokens.Rows(hidden, places)).To(ScalarType.Float32).CrossEntropy(Tensor.From(targets, [targets.Length]));
    }

    /// <summary>Samples one response for each request, as an audit would.</summary>
    public IReadOnlyList<SampledResponse> Sample(IReadOnlyList<VerbalizationRequest> requests, SamplingOptions options, CancellationToken stop)
    {
        using var scope = TensorScope.Enter();
        using var off = GradMode.Disabled();
        using var decoder = new ExplanationDecoder(DecoderForStep(), prompt, end.StopIds, new ReplacingInjection(injectionScale));
        return [.. decoder.Decode(requests, options, stop).Select(Read)];
    }

    private SampledResponse Read(DecodedTokens decoded)
    {
        var (description, _) = ExplanationParser.Parse(tokenizer.Decode(decoded.Ids), decoded.Stopped);
        // What ran to the limit has failed even if its tags close: else length would drift.
        return decoded.StopId is { } stopId
            ? new SampledResponse([.. decoded.Ids, stopId], description)
            : new SampledResponse([.. decoded.Ids], Description: null);
    }

    private Decoder DecoderForStep() => new(configuration, weights.ForStep(rotary.Type), rotary);

    private Tensor Embed(Decoder decoder, IReadOnlyList<float[]> vectors, IReadOnlyList<int[]> responses)
    {
        var before = decoder.Embed(PaddedTokens.Create([.. vectors.Select(_ => prompt.Prefix)], Device.Cpu));
        var scaled = vectors.SelectMany(vector => Injection.Scale(vector, injectionScale)).ToArray();
        var injected = Tensor.From(scaled, [vectors.Count, 1, configuration.HiddenSize]).To(decoder.Type);
        var after = decoder.Embed(PaddedTokens.Create(
            [.. responses.Select(response => (int[])[.. prompt.Suffix, .. response[..^1]])], Device.Cpu));
        return Tensor.Concatenate([before, injected, after], 1);
    }
}
