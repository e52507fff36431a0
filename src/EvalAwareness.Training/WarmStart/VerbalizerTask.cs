using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Torch;
using EvalAwareness.Training.Optimization;

namespace EvalAwareness.Training.WarmStart;

/// <summary>Cross-entropy on the summary, given the prompt with the activation in the marker's place.</summary>
/// <param name="laterWeight">What a token counts that stands after the first paragraph, where one in it counts 1.</param>
internal sealed class VerbalizerTask(
    string name, float laterWeight, DecoderConfiguration configuration, MasterWeights weights, RotaryTable rotary, VerbalizerPrompt prompt, double injectionScale,
    HuggingFaceTokenizer tokenizer, int stopId, Func<int, IReadOnlyList<WarmStartExample>> examplesAt) : ITrainingTask
{
    public string Name => name;

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
        var importance = examples.Zip(responses, Importance).SelectMany(each => each).ToArray();
        var losses = decoder.Logits(PaddedTokens.Rows(hidden, places)).To(ScalarType.Float32).CrossEntropy(Tensor.From(targets, [targets.Length]));
        return (losses * Tensor.From(importance, [importance.Length])).Sum() * (1 / importance.Sum(weight => (double)weight));
    }

    private int[] Response(string summary) =>
        [.. tokenizer.EncodeIds($"{ExplanationParser.OpenTag}\n{summary}\n{ExplanationParser.CloseTag}"), stopId];

    private IEnumerable<float> Importance(WarmStartExample example, int[] response)
    {
        var first = example.Summary.Split("\n\n")[0];
        var later = tokenizer.EncodeIds($"{ExplanationParser.OpenTag}\n{first}").Length;
        return Enumerable.Range(0, response.Length).Select(index => index < later ? 1 : laterWeight);
    }

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
