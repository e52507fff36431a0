using EvalAwareness.Inference.Tokenization.AddedTokens;
using EvalAwareness.Inference.Tokenization.Merging;
using EvalAwareness.Inference.Tokenization.Reading;

namespace EvalAwareness.Inference.Tokenization;

/// <summary>
/// The BPE tokenizer of a Hugging Face folder, over bytes or over characters, with the characters each token covers.
/// Ids and offsets are those of Hugging Face's tokenizers; only where characters were composed, a token covers all that
/// it was composed of. Thread-safe.
/// </summary>
public sealed class HuggingFaceTokenizer
{
    public const string FileName = "tokenizer.json";

    private readonly TokenizerDefinition _definition;
    private readonly AddedTokenSplitter _rawTokens;
    private readonly AddedTokenSplitter _normalizedTokens;
    private readonly IWordEncoder _words;
    private readonly TokenTable _table;

    internal HuggingFaceTokenizer(TokenizerDefinition definition)
    {
        _definition = definition;
        _rawTokens = new(definition.AddedTokens.Where(token => !token.Normalized));
        _normalizedTokens = new(definition.AddedTokens.Where(token => token.Normalized));
        _table = new TokenTable(definition.Model.Vocabulary, definition.AddedTokens);
        _words = new RememberingEncoder(definition.PreTokenizer.ByteLevel
            ? new ByteLevelEncoder(definition.Model, _table)
            : new CharacterEncoder(definition.Model));
        SpecialIds = definition.AddedTokens.Where(token => token.Special).Select(token => token.Id).ToHashSet();
    }

    /// <summary>Reads <c>tokenizer.json</c>, and of <c>tokenizer_config.json</c> what concerns the first token.</summary>
    /// <exception cref="Core.RefusedException">A field is malformed or asks for what is not supported.</exception>
    public static HuggingFaceTokenizer Load(string folder) => new(TokenizerReader.Read(folder));

    /// <summary>One more than the highest id; a model's embedding may have more rows.</summary>
    public int VocabularySize => _table.Count;

    /// <summary>The token that goes in front of a text encoded with special tokens; null when there is none.</summary>
    public int? BosId => _definition.BosId;

    public IReadOnlySet<int> SpecialIds { get; }

    /// <summary>Encodes a text; added tokens are recognised wherever they stand, lone surrogates read as U+FFFD.</summary>
    /// <param name="addSpecialTokens">Whether the beginning-of-text token goes in front, if the tokenizer has one.</param>
    public TokenSpan[] Encode(string text, bool addSpecialTokens = false) => Encode(text, [], addSpecialTokens);

    /// <summary>Encodes a text in which special tokens inside the literal ranges are ordinary characters.</summary>
    /// <param name="literal">Ranges of <paramref name="text"/> that somebody else wrote.</param>
    /// <exception cref="Core.ItemException">The split pattern does not come to an end on this text.</exception>
    public TokenSpan[] Encode(string text, IReadOnlyList<TextRange> literal, bool addSpecialTokens = false)
    {
        var spans = new List<TokenSpan>(text.Length / 4 + 1);
        if (addSpecialTokens && BosId is { } bos)
            spans.Add(new TokenSpan(bos, 0, 0));
        var valid = Surrogates.ReplaceLone(text);
        foreach (var (range, token) in _rawTokens.Split(valid, range => IsLiteral(range, literal)))
        {
            if (token is not null)
                spans.Add(new TokenSpan(token.Id, range.Start, range.End));
            else
                AddNormalized(spans, valid[range.Start..range.End], range.Start, literal);
        }
        return [.. spans];
    }

    public int[] EncodeIds(string text, bool addSpecialTokens = false) =>
        Array.ConvertAll(Encode(text, addSpecialTokens), span => span.Id);

    /// <summary>Joins tokens to text; bytes that are not valid UTF-8 become U+FFFD.</summary>
    public string Decode(IEnumerable<int> ids, bool skipSpecial = true) =>
        _definition.Decoder.Decode(ids.Where(id => !(skipSpecial && SpecialIds.Contains(id))).Select(_table.Find).OfType<string>());

    /// <summary>One token as a person reads it; empty when no token has this id.</summary>
    public string TokenText(int id) => Decode([id], skipSpecial: false);

    private void AddNormalized(List<TokenSpan> spans, string source, int offset, IReadOnlyList<TextRange> literal)
    {
        var normalized = _definition.Normalizer.Normalize(source);
        foreach (var (range, token) in _normalizedTokens.Split(normalized.Text, range => IsLiteral(InText(range), literal)))
        {
            if (token is not null)
                Add(token.Id, range);
            else
                AddWords(normalized.Text[range.Start..range.End], range.Start);
        }

        void AddWords(string plain, int start)
        {
            var text = _definition.PreTokenizer.MarkSpaces(plain);
            foreach (var word in _definition.PreTokenizer.Split(text))
            {
                foreach (var (id, first, end) in _words.Encode(text.AsSpan(word.Start, word.Length)))
                    Add(id, new TextRange(first, end).Shift(start + word.Start));
            }
        }

        void Add(int id, TextRange range)
        {
            var (start, end) = InText(range);
            spans.Add(new TokenSpan(id, start, end));
        }

        TextRange InText(TextRange range) => normalized.ToSource(range).Shift(offset);
    }

    private static bool IsLiteral(TextRange range, IReadOnlyList<TextRange> literal)
    {
        for (var i = 0; i < literal.Count; i++)
        {
            if (literal[i].Overlaps(range))
                return true;
        }
        return false;
    }
}
