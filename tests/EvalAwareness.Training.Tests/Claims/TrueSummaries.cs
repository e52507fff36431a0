using EvalAwareness.Core.Randomness;
using EvalAwareness.Training.Claims;
using EvalAwareness.Training.Corpus;

namespace EvalAwareness.Training.Tests.Claims;

/// <summary>Places in generated transcripts, each with a summary as the verbalizer learns from.</summary>
internal sealed record TrueSummary(OrganismTranscript Transcript, OrganismSection Section, int End, string Text)
{
    private static readonly OrganismCorpus Corpus = new(11);
    private static readonly Summarizer Summarizer = new();

    public ClaimChecker Checker => new(Transcript, Section.MessageIndex, Section.Kind, End);

    public static IEnumerable<TrueSummary> Many(int count, Family? family = null)
    {
        for (var index = 0; index < count; index++)
        {
            var transcript = family is { } one ? Corpus.Generate("claims", index, one) : Corpus.Generate("claims", index);
            var random = new KeyedRandom(3, $"{index}");
            var section = random.Pick(transcript.Sections);
            yield return At(transcript, section, 1 + random.NextInt(section.Text.Length), random);
        }
    }

    public static TrueSummary At(OrganismTranscript transcript, OrganismSection section, int end, KeyedRandom random) =>
        new(transcript, section, end, Summarizer.Summarize(transcript, section.MessageIndex, section.Kind, end, random));
}
