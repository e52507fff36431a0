using EvalAwareness.Core.Explanations;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Tests.Architectures;
using EvalAwareness.Inference.Tests.Checkpoints;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;

namespace EvalAwareness.Inference.Tests.Nla;

/// <summary>A verbalizer whose family scales its embeddings: the vector replaces what the first block reads, and is scaled by the sidecar alone.</summary>
public sealed class ScaledEmbeddingTests : IDisposable
{
    private const int Vectors = 24;

    private readonly TinyNla _nla = new(NlaRole.Verbalizer, TinyArchitectures.Gemma3);
    private readonly GradMode _off = GradMode.Disabled();

    public void Dispose()
    {
        _off.Dispose();
        _nla.Dispose();
    }

    [Fact]
    public void The_vector_stands_among_scaled_embeddings_and_is_not_scaled_with_them()
    {
        using var verbalizer = Verbalizer.Load(_nla.Folder, TinyCheckpoint.Float32);
        var requests = Enumerable.Range(0, Vectors).Select(sample => new VerbalizationRequest(new(1, "t", "baseline", 60, sample), Vector(sample))).ToList();

        var explained = verbalizer.Explain(requests, new() { Temperature = 0, MaxNewTokens = 1 }, CancellationToken.None).Select(explanation => explanation.RawResponse);

        var root = MathF.Sqrt(TinyCheckpoint.Width);
        Assert.Equal(FirstTokens(embeddingScale: root, vectorScale: 1), explained);
        Assert.NotEqual(FirstTokens(embeddingScale: root, vectorScale: root), explained);
        Assert.NotEqual(FirstTokens(embeddingScale: 1, vectorScale: 1), explained);
    }

    /// <summary>The most probable first token for each vector, from the whole prompt at once, its rows put together by hand.</summary>
    private List<string> FirstTokens(float embeddingScale, float vectorScale)
    {
        using var scope = TensorScope.Enter();
        using var loaded = LoadedDecoder.Load(
            Checkpoint.Open(_nla.Folder), WeightNames.OfLanguageModel(_nla.Checkpoint.Configuration), TinyCheckpoint.Float32);
        var tokenizer = HuggingFaceTokenizer.Load(_nla.Folder);
        return [.. Enumerable.Range(0, Vectors).Select(sample => tokenizer.Decode([FirstToken(loaded.Decoder, Rows(sample, embeddingScale, vectorScale))]))];
    }

    private static int FirstToken(Decoder decoder, float[] rows)
    {
        var hidden = decoder.Forward(Tensor.From(rows, [1, rows.Length / TinyCheckpoint.Width, TinyCheckpoint.Width]));
        return (int)decoder.Logits(hidden.Select(1, hidden.Size(1) - 1)).ArgMax(-1).ToArray<long>()[0];
    }

    private float[] Rows(int sample, float embeddingScale, float vectorScale)
    {
        var marker = HuggingFaceTokenizer.Load(_nla.Folder).EncodeIds(TinyNla.Marker)[0];
        var embeddings = _nla.Checkpoint.Weights[WeightNames.Embedding];
        return [.. TinyNla.PromptIds(_nla.Folder).SelectMany(id => id == marker
            ? Injection.Scale(Vector(sample), TinyNla.Scale).Select(value => value * vectorScale)
            : embeddings.Skip(id * TinyCheckpoint.Width).Take(TinyCheckpoint.Width).Select(value => value * embeddingScale))];
    }

    private static float[] Vector(int seed) => [.. Enumerable.Range(0, TinyCheckpoint.Width).Select(index => MathF.Sin(1.3f * index * (seed + 1) + seed))];
}
