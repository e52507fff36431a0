using System.Text;

namespace EvalAwareness.Inference.Tokenization.Merging;

/// <summary>
/// BPE over the characters of a word, in the manner of SentencePiece. Own code: Microsoft.ML.Tokenizers knows no byte
/// fallback for BPE, and does not say which characters a fused unknown token covers.
/// </summary>
internal sealed class CharacterEncoder : IWordEncoder
{
    private readonly BpeModel _model;
    private readonly SymbolMerger _merger;
    private readonly int[] _byteIds;

    public CharacterEncoder(BpeModel model)
    {
        _model = model;
        _merger = new SymbolMerger(model.Merges);
        _byteIds = model.ByteFallback ? [.. ByteTokens.All.Select(token => model.Vocabulary[token])] : [];
    }

    public TokenSpan[] Encode(ReadOnlySpan<char> word) =>
        _model.WholeWordsFirst && _model.Vocabulary.TryGetValue(word.ToString(), out var whole)
            ? [new TokenSpan(whole, 0, word.Length)]
            : _merger.Merge(Symbols(word));

    private List<TokenSpan> Symbols(ReadOnlySpan<char> word)
    {
        var symbols = new List<TokenSpan>(word.Length);
        var at = 0;
        foreach (var rune in word.EnumerateRunes())
        {
            var range = new TextRange(at, at += rune.Utf16SequenceLength);
            if (_model.Vocabulary.TryGetValue(rune.ToString(), out var id))
                symbols.Add(new TokenSpan(id, range.Start, range.End));
            else if (_model.ByteFallback)
                AddBytes(symbols, rune, range);
            else
                AddUnknown(symbols, range);
        }
        return symbols;
    }

    private void AddBytes(List<TokenSpan> symbols, Rune rune, TextRange range)
    {
        Span<byte> bytes = stackalloc byte[4];
        foreach (var value in bytes[..rune.EncodeToUtf8(bytes)])
            symbols.Add(new TokenSpan(_byteIds[value], range.Start, range.End));
    }

    private void AddUnknown(List<TokenSpan> symbols, TextRange range)
    {
        var unknown = _model.UnknownId!.Value;
        if (_model.FusesUnknown && symbols.Count > 0 && symbols[^1].Id == unknown)
            symbols[^1] = symbols[^1] with { End = range.End };
        else
            symbols.Add(new TokenSpan(unknown, range.Start, range.End));
    }
}
