using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Classification;

/// <summary>BERT's encoder (Devlin et al. 2019): embeddings of pieces and places, then layers that see the whole text.</summary>
/// <param name="weights">By the names of Hugging Face's BertModel.</param>
internal sealed class Encoder(IReadOnlyDictionary<string, Tensor> weights)
{
    /// <summary>Attention heads of all-MiniLM-L6-v2; the shapes of its weights do not tell them.</summary>
    public const int Heads = 12;

    /// <summary>Added to a score that must not count.</summary>
    private const float Hidden = -1e9f;

    private readonly EncoderLayer[] _layers =
        [.. Enumerable.Range(0, LayersIn(weights.Keys)).Select(layer => new EncoderLayer(weights, layer))];

    /// <summary>Applied to what every sublayer adds; training hides some of it at random. Default: nothing happens.</summary>
    public Func<Tensor, Tensor> Dropout { get; init; } = hidden => hidden;

    /// <param name="texts">Ids of each text, markers included.</param>
    /// <returns>States [texts, longest, d], and what to add to a score of a place: 0, or far below it where the text has ended, [texts, longest].</returns>
    public (Tensor States, Tensor Mask) Forward(IReadOnlyList<IReadOnlyList<int>> texts)
    {
        var ids = Decoding.PaddedTokens.Create(texts, Device.Cpu);
        var mask = Mask(texts, ids.Size(1));
        var hidden = Dropout(Embed(ids));
        var scores = mask.Reshape(texts.Count, 1, 1, -1);
        foreach (var layer in _layers)
            hidden = layer.Forward(hidden, scores, Dropout);
        return (hidden, mask);
    }

    private Tensor Embed(Tensor ids)
    {
        var words = weights["embeddings.word_embeddings.weight"].Embedding(ids);
        var places = weights["embeddings.position_embeddings.weight"].Slice(0, 0, ids.Size(1));
        // Every text is one segment, the first.
        var segment = weights["embeddings.token_type_embeddings.weight"].Slice(0, 0, 1);
        return EncoderLayer.Norm(words + places + segment, weights, "embeddings.LayerNorm");
    }

    private static Tensor Mask(IReadOnlyList<IReadOnlyList<int>> texts, long longest)
    {
        var mask = new float[texts.Count * longest];
        for (var row = 0; row < texts.Count; row++)
            mask.AsSpan((int)(row * longest) + texts[row].Count, (int)longest - texts[row].Count).Fill(Hidden);
        return Tensor.From(mask, [texts.Count, longest]);
    }

    private static int LayersIn(IEnumerable<string> names) =>
        1 + names.Where(name => name.StartsWith(EncoderLayer.Prefix, StringComparison.Ordinal))
            .Max(name => int.Parse(name.Split('.')[2], System.Globalization.CultureInfo.InvariantCulture));
}
