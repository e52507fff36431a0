using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Torch;
using EvalAwareness.Training.Optimization;

namespace EvalAwareness.Training.WarmStart;

/// <summary>Cross-entropy on the summary, given the prompt with the activation in the marker's place.</summary>
internal sealed class VerbalizerTask(
    DecoderConfiguration configuration, MasterWeights weights, RotaryTable rotary, VerbalizerPrompt prompt, double injectionScale,
    HuggingFaceTokenizer tokenizer, int stopId, Func<int, IReadOnlyList<WarmStartExample>> examplesAt) : ITrainingTask
{
    private readonly SummaryImportance _importance = new(tokenizer);

    public string Name => "verbalizer";

    public MasterWeights Weights => weights;

    public Tensor Loss(int step)
    {
        var examples = examplesAt(step);
        var responses = examples.Select(example => Response(example.Summary)).ToList();
        var decoder = new Decoder(configuration, weights.ForStep(rotary.Type), rotary);
        var hidden = decoder.Forward(Embed(decoder, examples, responses));                       // [batch, time, d]
        var start = prompt.Prefix.Count + prompt.Suffix.Count;
        // The place that predicts the i-th response token is one to its left.
        var places = responses.SelectMany((response, row) => Enumerable.Range(0, response.Length).Select(index => (row, start + index)));
        var targets = responses.SelectMany(response => response).Select(id => (long)id).ToArray();
        var importance = examples.Zip(responses, (example, response) => _importance.Of(example.Summary, response.Length)).SelectMany(each => each).ToArray();
        var losses = decoder.Logits(PaddedTokens.Rows(hidden, places)).To(ScalarType.Float32).CrossEntropy(Tensor.From(targets, [targets.Length]));
        return (losses * Tensor.From(importance, [importance.Length])).Sum() * (1 / importance.Sum(weight => (double)weight));
    }

    private int[] Response(string summary) =>
        [.. tokenizer.EncodeIds($"{SummaryImportance.Opening}{summary}\n{ExplanationParser.CloseTag}"), stopId];

    private Tensor Embed(Decoder decoder, IReadOnlyList<WarmStartExample> examples, List<int[]> responses)
    {
        var before = decoder.Embed(PaddedTokens.Create([.. examples.Select(_ => prompt.Prefix)], Device.Cpu));
        var scaled = examples.SelectMany(example => Injection.Scale(example.Vector, injectionScale)).ToArray();
        var injected = Tensor.From(scaled, [examples.Count, 1, configuration.HiddenSize]).To(decoder.Type);
        var after = decoder.Embed(PaddedTokens.Create(
            [.. responses.Select(response => (int[])[.. prompt.Suffix, .. response[..^1]])], Device.Cpu));
        return Tensor.Concatenate([before, injected, after], 1);
    }
}
