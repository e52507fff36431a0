using System.Runtime.InteropServices;
using System.Text;

namespace EvalAwareness.Inference.Tokenization;

/// <summary>The byte-level BPE tokenizer of a Hugging Face folder, with the characters each token covers. Thread-safe.</summary>
public sealed class HuggingFaceTokenizer
{
    private readonly TokenizerDefinition _definition;
    private readonly AddedTokenFinder _addedTokens;
    private readonly WordSplitter _splitter;
    private readonly WordEncoder _words;
    private readonly TokenTable _table;

    internal HuggingFaceTokenizer(TokenizerDefinition definition)
    {
        _definition = definition;
        _addedTokens = new AddedTokenFinder(definition.AddedTokens);
        _splitter = new WordSplitter(definition.SplitPattern);
        _words = new WordEncoder(definition.Vocabulary, definition.Merges, definition.WholeWordsFirst);
        _table = new TokenTable(definition);
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
    public TokenSpan[] Encode(string text, IReadOnlyList<TextRange> literal, bool addSpecialTokens = false)
    {
        var spans = new List<TokenSpan>(text.Length / 4 + 1);
        if (addSpecialTokens && BosId is { } bos)
            spans.Add(new TokenSpan(bos, 0, 0));
        var valid = Surrogates.ReplaceLone(text);
        var from = 0;
        while (_addedTokens.Next(valid, from, literal) is var (token, start))
        {
            AddPlain(spans, valid[from..start], from);
            from = start + token.Content.Length;
            spans.Add(new TokenSpan(token.Id, start, from));
        }
        AddPlain(spans, from == 0 ? valid : valid[from..], from);
        return [.. spans];
    }

    public int[] EncodeIds(string text, bool addSpecialTokens = false) =>
        Array.ConvertAll(Encode(text, addSpecialTokens), span => span.Id);

    /// <summary>Joins the bytes of the tokens; what is not valid UTF-8 becomes U+FFFD.</summary>
    public string Decode(IEnumerable<int> ids, bool skipSpecial = true)
    {
        var bytes = new List<byte>();
        foreach (var id in ids)
        {
            if (!(skipSpecial && SpecialIds.Contains(id)))
                bytes.AddRange(_table[id]);
        }
        return Encoding.UTF8.GetString(CollectionsMarshal.AsSpan(bytes));
    }

    /// <summary>One token as a person reads it.</summary>
    public string TokenText(int id) => Encoding.UTF8.GetString(_table[id]);

    private void AddPlain(List<TokenSpan> spans, string text, int offset)
    {
        if (text.Length == 0)
            return;
        var normalized = _definition.Normalizes ? FormC.Align(text) : AlignedText.Unchanged(text);
        foreach (var word in _splitter.Split(normalized.Text))
        {
            var characters = normalized.Text.AsSpan(word.Start, word.Length);
            var offsets = new ByteOffsets(characters);
            foreach (var id in _words.Encode(characters))
            {
                var (start, end) = offsets.Take(_table[id].Length);
                var source = normalized.ToSource(new TextRange(word.Start + start, word.Start + end));
                spans.Add(new TokenSpan(id, offset + source.Start, offset + source.End));
            }
        }
    }
}
