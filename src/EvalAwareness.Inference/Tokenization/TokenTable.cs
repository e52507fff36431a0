using EvalAwareness.Inference.Tokenization.AddedTokens;

namespace EvalAwareness.Inference.Tokenization;

/// <summary>The text of each token id, as the tokenizer file writes it.</summary>
internal sealed class TokenTable
{
    private readonly string?[] _tokens;

    public TokenTable(IReadOnlyDictionary<string, int> vocabulary, IReadOnlyList<AddedToken> addedTokens)
    {
        var ids = vocabulary.Values.Concat(addedTokens.Select(token => token.Id));
        _tokens = new string[ids.Max() + 1];
        foreach (var (token, id) in vocabulary)
            _tokens[id] = token;
        foreach (var token in addedTokens)
            _tokens[token.Id] = token.Text;
    }

    /// <summary>One more than the highest id.</summary>
    public int Count => _tokens.Length;

    /// <summary>The text of a token that is there.</summary>
    public string this[int id] => _tokens[id]!;

    /// <summary>Null when no token has this id: embeddings are padded to round sizes, and a model may write of the padding.</summary>
    public string? Find(int id) => (uint)id < (uint)_tokens.Length ? _tokens[id] : null;
}
