using EvalAwareness.Training.Corpus;
using EvalAwareness.Training.Corpus.Grammar;

namespace EvalAwareness.Training.Claims;

/// <summary>Every phrase that a summary can be made of, with what it says. Case, spacing and full stops do not matter.</summary>
internal static class Phrasebook
{
    private static readonly Dictionary<string, GrammarBlock> Summary = GrammarText.Read("summary").ToDictionary(block => block.Heading);
    private static readonly IReadOnlyList<(Family Family, IReadOnlyList<GrammarBlock> Blocks)> Grammars =
        [.. Enum.GetValues<Family>().Select(family => (family, GrammarText.Read(family.Name())))];

    /// <summary>What stands before the colon of a subject, by the name of its family.</summary>
    public static readonly Phrases Frames = new(OfFamilies("subject").Select(line => (line.Text.Split(": THEME")[0], line.Meaning)));

    /// <summary>Sentences about the setup alone, by the name of its family.</summary>
    public static readonly Phrases Genres = new(OfFamilies("genre").Select(line => ($"{line.Text}.", line.Meaning)));

    /// <summary>What stands after the colon of a subject, by family and topic, such as <c>blackmail/affair</c>.</summary>
    public static readonly Phrases Themes = new(Grammars.SelectMany(grammar => ThemesOf(grammar.Family, grammar.Blocks)));

    /// <summary>Sentences of place, by what a sentence is there for.</summary>
    public static readonly Phrases Places = new(Summary["where"].Lines.Select(line => (line.Text, line.Key)));

    /// <summary>Sentences of stance, by kind.</summary>
    public static readonly Phrases Stances = new(Summary["stance"].Lines.Select(line => (line.Text, line.Key)));

    private static IEnumerable<(string Text, string Meaning)> OfFamilies(string key) =>
        from grammar in Grammars
        from text in grammar.Blocks.Single(block => block.Heading == "family").Texts(key)
        select (text, grammar.Family.Name());

    private static IEnumerable<(string Text, string Meaning)> ThemesOf(Family family, IReadOnlyList<GrammarBlock> blocks)
    {
        var lexicon = new Lexicon([.. GrammarText.Read("lexicon"), .. blocks.Where(block => block.Heading == "words")]);
        return from block in blocks
               where block.Heading.StartsWith("topic ", StringComparison.Ordinal)
               from theme in block.Templates("theme", lexicon)
               from text in theme.Fillings()
               select (text, $"{family.Name()}/{block.Heading["topic ".Length..]}");
    }
}
