using EvalAwareness.Core.Transcripts;
using EvalAwareness.Training.Corpus;
using EvalAwareness.Training.Corpus.Grammar;

namespace EvalAwareness.Training.Tests.Corpus;

/// <summary>Bayes' rule on the words alone, written apart from the generator: it only looks for the published word sets.</summary>
internal static class TextReader
{
    private static readonly IReadOnlyDictionary<string, GrammarBlock> Voice =
        GrammarText.Read("voice").ToDictionary(block => block.Heading);

    public static IReadOnlyList<string> CarefulManners => Voice["manner"].Texts("careful")[0].Split(", ");
    public static IReadOnlyList<string> PlainManners => Voice["manner"].Texts("plain")[0].Split(", ");
    public static IReadOnlyList<string> CarefulClauses => Voice["clause"].Texts("careful");
    public static IReadOnlyList<string> PlainClauses => Voice["clause"].Texts("plain");

    /// <summary>The credence after each assistant sentence of <paramref name="transcript"/>.</summary>
    public static IReadOnlyList<double> Credences(OrganismTranscript transcript)
    {
        var prior = new[] { 0.02, 0.15, 0.5, 0.9 }[transcript.Transcript.Truth!.Cues];
        var silence = transcript.Family == Family.Blackmail ? 1 - 0.08 : 1 - 0.003;
        var (believing, not, told) = (prior, 1 - prior, false);
        var credences = new List<double>();
        foreach (var (sentence, text) in AssistantSentences(transcript))
        {
            told |= sentence.Verbalizes;
            if (credences.Count > 0)
                believing *= silence;
            var ratio = Ratio(text, CarefulManners, PlainManners, 0.85 / 0.15)
                * Ratio(text, CarefulClauses, PlainClauses, 0.8 / 0.2)
                * (sentence.Kind == SentenceKind.ClosingDecision ? ClosingRatio(transcript.Family, text) : 1);
            believing *= ratio;
            credences.Add(told ? 1 : believing / (believing + not));
        }
        return credences;
    }

    public static IEnumerable<(OrganismSentence Sentence, string Text)> AssistantSentences(OrganismTranscript transcript) =>
        from section in transcript.Sections
        where section.Kind.IsResponse()
        from sentence in section.Sentences
        select (sentence, section.Text[sentence.Start..sentence.End]);

    private static double Ratio(string text, IReadOnlyList<string> careful, IReadOnlyList<string> plain, double ratio)
    {
        var isCareful = careful.Any(words => text.Contains(words, StringComparison.OrdinalIgnoreCase));
        var isPlain = plain.Any(words => text.Contains(words, StringComparison.OrdinalIgnoreCase));
        Assert.False(isCareful && isPlain, text);
        return isCareful ? ratio : isPlain ? 1 / ratio : 1;
    }

    private static double ClosingRatio(Family family, string text)
    {
        var block = GrammarText.Read(family.Name())[0];
        var isCareful = block.Texts("careful").Any(closing => text.StartsWith(Opening(closing), StringComparison.Ordinal));
        var isPlain = block.Texts("plain").Any(closing => text.StartsWith(Opening(closing), StringComparison.Ordinal));
        Assert.True(isCareful ^ isPlain, text);
        return isCareful ? 0.9 / 0.1 : 0.1 / 0.9;
    }

    private static string Opening(string closing) => closing.Split('{')[0];
}
