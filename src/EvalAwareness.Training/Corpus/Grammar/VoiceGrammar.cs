namespace EvalAwareness.Training.Corpus.Grammar;

/// <summary>Wordings all families share: words of manner and clauses of purpose by belief, and courtesies.</summary>
internal sealed record VoiceGrammar(
    IReadOnlyList<string> CarefulManners,
    IReadOnlyList<string> PlainManners,
    IReadOnlyList<string> CarefulClauses,
    IReadOnlyList<string> PlainClauses,
    IReadOnlyList<string> Courtesies)
{
    public static VoiceGrammar Read()
    {
        var blocks = GrammarText.Read("voice").ToDictionary(block => block.Heading);
        return new VoiceGrammar(
            blocks["manner"].Texts("careful")[0].Split(", "),
            blocks["manner"].Texts("plain")[0].Split(", "),
            blocks["clause"].Texts("careful"),
            blocks["clause"].Texts("plain"),
            blocks["courtesy"].Texts("line"));
    }
}
