namespace EvalAwareness.Training.Corpus.Grammar;

/// <summary>A headed block of keyed lines.</summary>
internal sealed class GrammarBlock(string heading)
{
    private readonly List<(string Key, string Text)> _lines = [];

    public string Heading => heading;

    /// <summary>The lines in the order they stand.</summary>
    public IReadOnlyList<(string Key, string Text)> Lines => _lines;

    public void Add(string line)
    {
        var colon = line.IndexOf(": ", StringComparison.Ordinal);
        if (colon < 0)
            throw new FormatException($"The line '{line}' under '{heading}' has no key.");
        _lines.Add((line[..colon], line[(colon + 2)..]));
    }

    /// <summary>The texts under <paramref name="key"/>.</summary>
    public IReadOnlyList<string> Texts(string key) => [.. _lines.Where(line => line.Key == key).Select(line => line.Text)];

    /// <summary>The lines under <paramref name="key"/> as templates.</summary>
    public IReadOnlyList<Template> Templates(string key, Lexicon lexicon) =>
        [.. Texts(key).Select(text => Template.Parse(text, lexicon))];
}
