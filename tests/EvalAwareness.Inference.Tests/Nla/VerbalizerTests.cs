using EvalAwareness.Core;
using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Models;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Tests.Checkpoints;
using EvalAwareness.Inference.Tests.Decoding;

namespace EvalAwareness.Inference.Tests.Nla;

public sealed class VerbalizerTests : IDisposable
{
    private static readonly SamplingOptions Options = new() { MaxNewTokens = 12 };

    private readonly TinyNla _nla = new(NlaRole.Verbalizer);
    private readonly Verbalizer _verbalizer;

    public VerbalizerTests() => _verbalizer = Verbalizer.Load(_nla.Folder, TinyCheckpoint.Float32);

    public void Dispose()
    {
        _verbalizer.Dispose();
        _nla.Dispose();
    }

    [Fact]
    public void The_first_greedy_token_is_that_of_a_plain_computation_with_the_scaled_vector_at_the_marker()
    {
        var prompt = TinyNla.PromptIds(_nla.Folder);
        var marker = Array.IndexOf(prompt, _verbalizer.Sidecar.MarkerId);
        var request = Request(3);
        // The marker's embedding row is overwritten, so that the plain decoder reads the vector where the marker stands.
        var weights = _nla.Checkpoint.Weights.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray());
        Injection.Scale(request.Vector!, TinyNla.Scale).CopyTo(weights["model.embed_tokens.weight"], prompt[marker] * TinyCheckpoint.Width);
        var reference = new ReferenceDecoder(_nla.Checkpoint.Configuration, weights);
        var logits = new ReferenceDecoder(_nla.Checkpoint.Configuration, _nla.Checkpoint.Weights).Logits(reference.HiddenStates(prompt)[^1][^1]);
        var expected = Array.IndexOf(logits, logits.Max());
        var explained = _verbalizer.Explain([request], new() { Temperature = 0, MaxNewTokens = 1 }, CancellationToken.None)[0];

        Assert.Equal(Inference.Tokenization.HuggingFaceTokenizer.Load(_nla.Folder).Decode([expected]), explained.RawResponse);
    }

    [Fact]
    public void Without_a_vector_the_marker_stands_in_the_prompt_as_it_is_written()
    {
        var reference = new ReferenceDecoder(_nla.Checkpoint.Configuration, _nla.Checkpoint.Weights);
        var logits = reference.Logits(reference.HiddenStates(TinyNla.PromptIds(_nla.Folder))[^1][^1]);
        var expected = Array.IndexOf(logits, logits.Max());
        // A batch that holds both: neither touches the other.
        VerbalizationRequest[] requests = [Request(3), Request(3) with { Vector = null }];
        var explained = _verbalizer.Explain(requests, new() { Temperature = 0, MaxNewTokens = 1 }, CancellationToken.None);

        Assert.Equal(Inference.Tokenization.HuggingFaceTokenizer.Load(_nla.Folder).Decode([expected]), explained[1].RawResponse);
    }

    [Fact]
    public void The_same_random_numbers_give_other_words_with_a_vector_than_without()
    {
        var with = Enumerable.Range(0, 7).Select(Request).ToList();
        var without = with.Select(request => request with { Vector = null });

        Assert.NotEqual(
            _verbalizer.Explain(with, Options, CancellationToken.None).Select(explanation => explanation.RawResponse),
            _verbalizer.Explain([.. without], Options, CancellationToken.None).Select(explanation => explanation.RawResponse));
    }

    [Fact]
    public void An_explanation_depends_on_its_own_request_and_not_on_its_batch()
    {
        var requests = Enumerable.Range(0, 7).Select(Request).ToList();
        var together = _verbalizer.Explain(requests, Options, CancellationToken.None);
        var alone = requests.Select(request => _verbalizer.Explain([request], Options, CancellationToken.None)[0]);

        Assert.Equal(alone.Select(explanation => explanation.RawResponse), together.Select(explanation => explanation.RawResponse));
        Assert.True(together.Select(explanation => explanation.RawResponse).Distinct().Count() > 4, "different keys sample differently");
    }

    [Fact]
    public void Samples_at_one_position_differ_in_their_first_token()
    {
        // With 20 samples of a nearly flat distribution over 600 tokens, all equal has a chance far below 1e-9.
        var requests = Enumerable.Range(0, 20).Select(sample => new VerbalizationRequest(new(1, "t", "baseline", 60, sample), Vector(1))).ToList();
        var first = _verbalizer.Explain(requests, new() { MaxNewTokens = 1 }, CancellationToken.None);

        Assert.True(first.Select(explanation => explanation.RawResponse).Distinct().Count() > 1);
    }

    [Fact]
    public void No_tensor_outlives_a_call()
    {
        _verbalizer.Explain([Request(0)], Options, CancellationToken.None);
        var before = Torch.Tensor.LiveCount;
        _verbalizer.Explain([.. Enumerable.Range(0, 5).Select(Request)], Options, CancellationToken.None);

        Assert.Equal(before, Torch.Tensor.LiveCount);
    }

    public static TheoryData<float[], string> Unusable() => new()
    {
        { new float[15], "has 15 numbers; this NLA reads 16" },
        { [.. Enumerable.Repeat(float.NaN, 16)], "holds NaN or infinity" },
        { new float[16], "is almost zero" },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void An_activation_that_says_nothing_is_refused(float[] vector, string problem)
    {
        var request = new VerbalizationRequest(new(1, "t7", "baseline", 60, 0), vector);
        var message = Assert.Throws<ItemException>(() => _verbalizer.Explain([request], Options, CancellationToken.None)).Message;
        Assert.Contains("activation of t7 at position 60 " + problem, message);
    }

    [Fact]
    public void An_explanation_that_may_outgrow_the_context_is_refused()
    {
        var room = 128 - TinyNla.PromptIds(_nla.Folder).Length;
        _verbalizer.Explain([Request(0)], new() { MaxNewTokens = room }, CancellationToken.None);

        var refused = Assert.Throws<RefusedException>(() => _verbalizer.Explain([Request(0)], new() { MaxNewTokens = room + 1 }, CancellationToken.None));
        Assert.Equal($"max_new_tokens is {room + 1}; the verbalizer's context leaves room for {room}.", refused.Message);
    }

    [Theory]
    [InlineData("<explanation>\n It. \n</explanation> rest", true, "It.", ClosingStatus.Closed)]
    [InlineData("<explanation>a</explanation><explanation>b</explanation>", true, "a", ClosingStatus.Closed)]
    [InlineData("<explanation>cut", false, null, ClosingStatus.Truncated)]
    [InlineData("<explanation>left open", true, null, ClosingStatus.Unclosed)]
    [InlineData("no tags </explanation>", true, null, ClosingStatus.Untagged)]
    [InlineData("<explanation> \n</explanation>", true, null, ClosingStatus.Empty)]
    public void Failures_to_close_are_kept_apart(string response, bool stopped, string? description, ClosingStatus status) =>
        Assert.Equal((description, status), ExplanationParser.Parse(response, stopped));

    private static VerbalizationRequest Request(int index) => new(new(1, "t", "baseline", 50 + index, 0), Vector(index));

    private static float[] Vector(int index) => [.. Enumerable.Range(0, 16).Select(feature => MathF.Cos(feature * (index + 1)))];
}
