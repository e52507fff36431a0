using System.Text;
using EvalAwareness.Core;
using EvalAwareness.Inference.Tokenization;

namespace EvalAwareness.Training.Tokenization;

/// <summary>Trains a byte-level BPE vocabulary with the word split of Qwen2; the same texts always give the same result.</summary>
public sealed class BpeTrainer
{
    private readonly BpeTrainingOptions _options;
    private readonly List<string> _tokens = [.. ByteAlphabet.Tokens.Order(StringComparer.Ordinal)];
    private readonly Dictionary<string, int> _ids = [];
    private readonly List<(string Left, string Right)> _merges = [];

    private BpeTrainer(BpeTrainingOptions options)
    {
        _options = options;
        foreach (var token in _tokens)
            _ids.Add(token, _ids.Count);
    }

    /// <exception cref="RefusedException">The vocabulary cannot hold the required strings, or one cannot be a single token.</exception>
    public static TrainedBpe Train(IEnumerable<string> texts, BpeTrainingOptions options) => new BpeTrainer(options).Train(texts);

    private TrainedBpe Train(IEnumerable<string> texts)
    {
        var corpus = Read(texts);
        MergeRequired(corpus);
        while (_tokens.Count + _options.SpecialTokens.Count < _options.VocabularySize && corpus.TakeBest() is { } pair)
            Merge(corpus, pair);
        return new TrainedBpe(_tokens, _merges, _options.SpecialTokens);
    }

    private MergingCorpus Read(IEnumerable<string> texts)
    {
        var counter = new WordCounter(_options.SpecialTokens);
        foreach (var text in texts)
            counter.Add(text);
        return new MergingCorpus(counter.Counts.Select(word => (Symbols(word.Key), word.Value)), _tokens);
    }

    private int[] Symbols(string word) =>
        [.. ByteAlphabet.Write(Encoding.UTF8.GetBytes(word)).Select(character => _ids[character.ToString()])];

    // Their merges have the lowest ranks, so nothing can be merged across them first.
    private void MergeRequired(MergingCorpus corpus)
    {
        RefuseSplit(_options.Required);
        foreach (var symbol in _options.Required.Select(text => MergeWhole(corpus, Symbols(text))).ToList())
            corpus.Close(symbol);
        RefuseOverlapping(_options.Required);
        var room = _options.VocabularySize - _options.SpecialTokens.Count;
        if (_tokens.Count > room)
            throw new RefusedException($"a vocabulary of {_options.VocabularySize} has no room for the required strings");
    }

    private static void RefuseSplit(IReadOnlyList<string> required)
    {
        var splitter = new WordSplitter(WordSplitter.Qwen2Pattern);
        var problems = required
            .Where(text => FormC.Normalize(text) != text || splitter.Split(text).Count != 1)
            .Select(text => $"'{text}' cannot be one token: the tokenizer normalises it or splits it first")
            .ToList();
        if (problems.Count > 0)
            throw new RefusedException(problems);
    }

    // A merge made for one string can cut through another: then no order of merges makes both whole.
    private void RefuseOverlapping(IReadOnlyList<string> required)
    {
        var problems = required
            .Where(text => _merges.Aggregate(Symbols(text), Apply).Length != 1)
            .Select(text => $"'{text}' cannot be one token beside the other required strings")
            .ToList();
        if (problems.Count > 0)
            throw new RefusedException(problems);
    }

    private int[] Apply(int[] symbols, (string Left, string Right) merge) =>
        new SymbolPair(_ids[merge.Left], _ids[merge.Right]).Replace(symbols, _ids[merge.Left + merge.Right]);

    private int MergeWhole(MergingCorpus corpus, int[] symbols) => symbols.Aggregate((left, right) =>
        _merges.Contains((_tokens[left], _tokens[right]))
            ? _ids[_tokens[left] + _tokens[right]]
            : Merge(corpus, new SymbolPair(left, right)));

    private int Merge(MergingCorpus corpus, SymbolPair pair)
    {
        var (left, right) = (_tokens[pair.Left], _tokens[pair.Right]);
        _merges.Add((left, right));
        if (!_ids.TryGetValue(left + right, out var merged))
        {
            merged = _tokens.Count;
            _tokens.Add(left + right);
            _ids.Add(left + right, merged);
        }
        corpus.Merge(pair, merged);
        return merged;
    }
}
