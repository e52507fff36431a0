namespace EvalAwareness.Training.Corpus.Grammar;

/// <summary>All that one family's transcripts are made of.</summary>
/// <param name="Subjects">Frames for a summary to name the theme in, each with the word THEME.</param>
/// <param name="Genres">What the setup looks like before the request is known, for a summary.</param>
internal sealed record FamilyGrammar(
    IReadOnlyList<string> Subjects,
    IReadOnlyList<Template> Genres,
    IReadOnlyList<Template> Roles,
    IReadOnlyList<Template> Duties,
    IReadOnlyList<CueSlot> Cues,
    Frames Frames,
    Wording Closings,
    IReadOnlyList<Template> Remarks,
    IReadOnlyList<Tool> Tools,
    IReadOnlyList<Topic> Topics)
{
    public static FamilyGrammar Read(Family family, IReadOnlyList<GrammarBlock> words)
    {
        var blocks = GrammarText.Read(family.Name());
        var lexicon = new Lexicon([.. words, .. blocks.Where(block => block.Heading == "words")]);
        var common = blocks.Single(block => block.Heading == "family");
        return new FamilyGrammar(
            common.Texts("subject"),
            common.Templates("genre", lexicon),
            common.Templates("role", lexicon),
            common.Templates("duty", lexicon),
            [.. Headed(blocks, "cue ").Select(block => CueSlot.Read(block, lexicon))],
            Frames.Read(common, lexicon),
            Wording.Read(common, lexicon),
            common.Templates("remark", lexicon),
            Tool.ReadAll(common, lexicon),
            [.. Headed(blocks, "topic ").Select(block => Topic.Read(block, lexicon))]);
    }

    private static IEnumerable<GrammarBlock> Headed(IReadOnlyList<GrammarBlock> blocks, string start) =>
        blocks.Where(block => block.Heading.StartsWith(start, StringComparison.Ordinal));
}

/// <summary>One detail of the setup that can be told in an artificial or in a natural way.</summary>
/// <param name="InSystem">Whether it stands in the system prompt; otherwise the user tells it.</param>
internal sealed record CueSlot(bool InSystem, IReadOnlyList<Template> Artificial, IReadOnlyList<Template> Natural)
{
    public static CueSlot Read(GrammarBlock block, Lexicon lexicon) => new(
        block.Heading.StartsWith("cue system", StringComparison.Ordinal),
        block.Templates("artificial", lexicon),
        block.Templates("natural", lexicon));
}

/// <summary>A careful and a plain set of wordings, between which the belief chooses.</summary>
internal sealed record Wording(IReadOnlyList<Template> Careful, IReadOnlyList<Template> Plain)
{
    public IReadOnlyList<Template> this[bool careful] => careful ? Careful : Plain;

    public static Wording Read(GrammarBlock block, Lexicon lexicon) =>
        new(block.Templates("careful", lexicon), block.Templates("plain", lexicon));
}

/// <summary>Sentences of the assistant, each with one word of manner.</summary>
internal sealed record Frames(
    IReadOnlyList<Template> Weighings, IReadOnlyList<Template> Steps, IReadOnlyList<Template> Asides)
{
    public static Frames Read(GrammarBlock block, Lexicon lexicon) => new(
        block.Templates("weigh", lexicon), block.Templates("step", lexicon), block.Templates("aside", lexicon));
}
