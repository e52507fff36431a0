using System.Text;
using Microsoft.ML.Tokenizers;

namespace EvalAwareness.Inference.Tokenization.Merging;

/// <summary>BPE over the UTF-8 bytes of a word, in the writing of <see cref="ByteAlphabet"/>.</summary>
internal sealed class ByteLevelEncoder : IWordEncoder
{
    // The package takes time in proportion to the square of a word: over ten seconds for two hundred thousand letters.
    private const int LongWord = 2_000;

    private readonly BpeTokenizer _bpe;
    private readonly int _longWord;
    private readonly Lazy<SymbolMerger> _longWords;
    private readonly int[] _byteIds;
    private readonly IReadOnlyDictionary<string, int>? _wholeWords;
    private readonly int[] _byteCounts;

    /// <param name="model">Of bytes.</param>
    /// <param name="tokens">The text of each id.</param>
    /// <param name="longWord">Characters from which a word is merged by our own means, to the same tokens.</param>
    public ByteLevelEncoder(BpeModel model, TokenTable tokens, int longWord = LongWord)
    {
        _longWord = longWord;
        _longWords = new(() => new SymbolMerger(model.Merges));
        _byteIds = [.. ByteAlphabet.Tokens.Select(token => model.Vocabulary[token])];
        _bpe = BpeTokenizer.Create(new BpeOptions(model.Vocabulary)
        {
            Merges = model.Merges.Select(merge => $"{tokens[merge.Left]} {tokens[merge.Right]}"),
            ByteLevel = true,
        });
        _wholeWords = model.WholeWordsFirst ? model.Vocabulary : null;
        // Each character of a token that merging can give stands for one byte.
        _byteCounts = new int[tokens.Count];
        foreach (var (token, id) in model.Vocabulary)
            _byteCounts[id] = token.Length;
    }

    public TokenSpan[] Encode(ReadOnlySpan<char> word)
    {
        var offsets = new ByteOffsets(word);
        var ids = Merge(word);
        var spans = new TokenSpan[ids.Count];
        for (var i = 0; i < spans.Length; i++)
        {
            var (start, end) = offsets.Take(_byteCounts[ids[i]]);
            spans[i] = new TokenSpan(ids[i], start, end);
        }
        return spans;
    }

    private IReadOnlyList<int> Merge(ReadOnlySpan<char> word)
    {
        if (_wholeWords is not null && _wholeWords.TryGetValue(ByteAlphabet.Write(Encoding.UTF8.GetBytes(word.ToString())), out var whole))
            return [whole];
        return word.Length < _longWord
            ? _bpe.EncodeToIds(word, considerPreTokenization: false, considerNormalization: false)
            : MergeLong(Encoding.UTF8.GetBytes(word.ToString()));
    }

    private int[] MergeLong(byte[] bytes) =>
        Array.ConvertAll(_longWords.Value.Merge([.. bytes.Select((value, at) => new TokenSpan(_byteIds[value], at, at + 1))]), span => span.Id);
}
