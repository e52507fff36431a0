namespace EvalAwareness.Training.Corpus.Grammar;

/// <summary>
/// The corpus's English, kept as plain text beside the code: blocks that begin with "# heading", each of lines
/// "key: text". Blank lines mean nothing.
/// </summary>
internal static class GrammarText
{
    /// <summary>Reads the embedded text called <paramref name="name"/>.</summary>
    public static IReadOnlyList<GrammarBlock> Read(string name)
    {
        var resource = $"{typeof(GrammarText).Assembly.GetName().Name}.Corpus.Text.{name}.txt";
        using var stream = typeof(GrammarText).Assembly.GetManifestResourceStream(resource)
            ?? throw new InvalidOperationException($"The text {resource} is not part of the assembly.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    public static IReadOnlyList<GrammarBlock> Parse(string text)
    {
        var blocks = new List<GrammarBlock>();
        foreach (var line in text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            if (line.StartsWith("# ", StringComparison.Ordinal))
                blocks.Add(new GrammarBlock(line[2..]));
            else
                blocks[^1].Add(line);
        }
        return blocks;
    }
}
