namespace EvalAwareness.Training.Corpus.Grammar;

/// <summary>The word lists that slots draw from, by name.</summary>
internal sealed class Lexicon
{
    private readonly Dictionary<string, IReadOnlyList<string>> _lists;

    public Lexicon(params IEnumerable<GrammarBlock> blocks) => _lists = blocks
        .SelectMany(block => block.Lines)
        .GroupBy(line => line.Key, line => line.Text.Split(", "))
        .ToDictionary(lines => lines.Key, lines => (IReadOnlyList<string>)[.. lines.SelectMany(words => words)]);

    public IReadOnlyList<string> this[string list] => _lists.TryGetValue(list, out var words)
        ? words
        : throw new FormatException($"No word list is called '{list}'.");
}
