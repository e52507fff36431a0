using System.Runtime.InteropServices;
using EvalAwareness.Inference.Tokenization;

namespace EvalAwareness.Training.Tokenization;

/// <summary>Counts the words of a corpus, cut as the tokenizer will cut them.</summary>
internal sealed class WordCounter(IReadOnlyList<string> specialTokens)
{
    private readonly WordSplitter _splitter = new(WordSplitter.Qwen2Pattern);
    private readonly Dictionary<string, long> _counts = [];

    public IReadOnlyDictionary<string, long> Counts => _counts;

    public void Add(string text)
    {
        // Told to split at nothing, Split would split at white space.
        string[] parts = specialTokens.Count == 0 ? [text] : text.Split([.. specialTokens], StringSplitOptions.RemoveEmptyEntries);
        foreach (var part in parts)
            AddPlain(FormC.Normalize(part));
    }

    private void AddPlain(string text)
    {
        var counts = _counts.GetAlternateLookup<ReadOnlySpan<char>>();
        foreach (var word in _splitter.Split(text))
            CollectionsMarshal.GetValueRefOrAddDefault(counts, text.AsSpan(word.Start, word.Length), out _)++;
    }
}
