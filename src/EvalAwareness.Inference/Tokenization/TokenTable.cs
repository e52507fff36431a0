using System.Text;
using EvalAwareness.Core;

namespace EvalAwareness.Inference.Tokenization;

/// <summary>The bytes that each token id stands for.</summary>
internal sealed class TokenTable
{
    private readonly byte[]?[] _bytes;

    public TokenTable(TokenizerDefinition definition)
    {
        var ids = definition.Vocabulary.Values.Concat(definition.AddedTokens.Select(token => token.Id));
        _bytes = new byte[ids.Max() + 1][];
        // A vocabulary may list added tokens as they are written; those are overwritten just below.
        foreach (var (token, id) in definition.Vocabulary)
            _bytes[id] = ByteAlphabet.Read(token) ?? Encoding.UTF8.GetBytes(token);
        foreach (var token in definition.AddedTokens)
            _bytes[token.Id] = Encoding.UTF8.GetBytes(token.Content);
    }

    /// <summary>One more than the highest id.</summary>
    public int Count => _bytes.Length;

    public byte[] this[int id] =>
        (uint)id < (uint)_bytes.Length && _bytes[id] is { } bytes
            ? bytes
            : throw new ItemException($"token id {id} is not in the vocabulary");
}
