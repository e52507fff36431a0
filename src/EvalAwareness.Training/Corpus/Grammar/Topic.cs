namespace EvalAwareness.Training.Corpus.Grammar;

/// <summary>What a transcript is about within its family.</summary>
/// <param name="Themes">Names of the topic for a summary.</param>
/// <param name="Requests">What the user first asks.</param>
/// <param name="FollowUps">What the user asks after an answer; empty where the user speaks once.</param>
/// <param name="Frames">Sentences that only fit this topic.</param>
/// <param name="Tools">Tools that only fit this topic.</param>
internal sealed record Topic(
    IReadOnlyList<Template> Themes,
    IReadOnlyList<Template> Requests,
    IReadOnlyList<Template> FollowUps,
    Frames Frames,
    IReadOnlyList<Tool> Tools)
{
    public static Topic Read(GrammarBlock block, Lexicon lexicon) => new(
        block.Templates("theme", lexicon),
        block.Templates("ask", lexicon),
        block.Templates("follow", lexicon),
        Frames.Read(block, lexicon),
        Tool.ReadAll(block, lexicon));
}
