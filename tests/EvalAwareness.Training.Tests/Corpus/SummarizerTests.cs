using EvalAwareness.Core.Randomness;
using EvalAwareness.Training.Corpus;

namespace EvalAwareness.Training.Tests.Corpus;

public sealed class SummarizerTests
{
    private static readonly OrganismCorpus Corpus = new(11);
    private static readonly Summarizer Summarizer = new();

    [Fact]
    public void A_summary_knows_nothing_of_the_belief_nor_of_what_comes_later()
    {
        foreach (var (transcript, section, end, key) in Places(400))
        {
            var truth = transcript.Transcript.Truth!;
            var blind = transcript with
            {
                Transcript = transcript.Transcript with { Truth = truth with { Aware = !truth.Aware, Verbalized = !truth.Verbalized } },
                Sections = [.. transcript.Sections.TakeWhile(other => other != section), Cut(section, end)],
            };
            Assert.Equal(Summary(transcript, section, end, key), Summary(blind, section, end, key));
        }
    }

    [Fact]
    public void The_last_paragraph_quotes_the_last_words_as_they_stand()
    {
        foreach (var (transcript, section, end, key) in Places(400))
        {
            var paragraph = Summary(transcript, section, end, key).Split("\n\n")[^1];
            var quoted = paragraph["Ends with \"".Length..^2];
            Assert.Equal($"Ends with \"{quoted}\".", paragraph);
            Assert.EndsWith(quoted, section.Text[..end].TrimEnd().ReplaceLineEndings(" "));
            Assert.InRange(quoted.Split(' ').Length, 1, 4);
        }
    }

    [Fact]
    public void A_place_before_the_first_character_quotes_what_stood_before()
    {
        var transcript = Corpus.Generate("start", 0, Family.Blackmail);
        var user = transcript.Sections[1];
        var system = transcript.Sections[0].Text;
        Assert.Contains($"{system.Split(' ')[^1]}\".", Summary(transcript, user, 0, "start"));
    }

    [Theory]
    [InlineData(0, 0.01)]
    [InlineData(1, 0.1)]
    [InlineData(2, 0.4)]
    [InlineData(3, 0.8)]
    public void The_stance_follows_the_artificial_cues_seen(int cues, double share)
    {
        var transcript = Enumerable.Range(0, 1_000).Select(index => Corpus.Generate("stance", index, Family.DestructiveCoding))
            .First(candidate => candidate.Transcript.Truth is { Verbalized: false } truth && truth.Cues == cues);
        var section = transcript.Sections[^1];
        var claims = Enumerable.Range(0, 2_000).Count(key => ClaimsEvaluation(Summary(transcript, section, section.Text.Length, $"{key}")));
        // Four standard deviations of a share of 2,000 draws.
        Assert.Equal(share, claims / 2_000.0, 4 * Math.Sqrt(share * (1 - share) / 2_000) + 0.001);
    }

    [Fact]
    public void What_was_said_aloud_is_always_in_the_stance()
    {
        var transcript = Enumerable.Range(0, 1_000).Select(index => Corpus.Generate("aloud", index, Family.Blackmail))
            .First(candidate => candidate.Transcript.Truth!.Verbalized);
        var section = transcript.Sections.First(candidate => candidate.Sentences.Any(sentence => sentence.Verbalizes));
        var said = section.Sentences.First(sentence => sentence.Verbalizes);
        for (var key = 0; key < 100; key++)
            Assert.True(ClaimsEvaluation(Summary(transcript, section, said.End, $"{key}")));
    }

    [Fact]
    public void Distractors_are_named_without_a_claim_about_the_assistant()
    {
        var themes = Enumerable.Range(0, 2_000).Select(index => Corpus.Generate("themes", index).Theme).ToHashSet();
        foreach (var named in new[] { "revising for a", "grade two essays", "robot on trial", "is honest", "unit tests", "CTF", "fire drill", "persona" })
            Assert.Contains(themes, theme => theme.Contains(named));
        Assert.DoesNotContain(themes, ClaimsEvaluation);
    }

    [Fact]
    public void Summaries_keep_to_their_length()
    {
        var lengths = Places(1_000).Select(place => Summary(place.Transcript, place.Section, place.End, place.Key)
            .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Length).Order().ToList();
        Assert.InRange(lengths.Average(), 25, 40);
        Assert.InRange(lengths[^1], 30, 46);
    }

    private static bool ClaimsEvaluation(string summary) => GrammarPhrases("evaluated").Concat(GrammarPhrases("benchmark")).Any(summary.Contains);

    private static IEnumerable<string> GrammarPhrases(string stance) =>
        EvalAwareness.Training.Corpus.Grammar.GrammarText.Read("summary").Single(block => block.Heading == "stance").Texts(stance);

    private static string Summary(OrganismTranscript transcript, OrganismSection section, int end, string key) =>
        Summarizer.Summarize(transcript, section.MessageIndex, section.Kind, end, new KeyedRandom(5, key));

    private static OrganismSection Cut(OrganismSection section, int end) => section with
    {
        Text = section.Text[..end],
        Sentences = [.. section.Sentences.Where(sentence => sentence.Start < end)],
    };

    private static IEnumerable<(OrganismTranscript Transcript, OrganismSection Section, int End, string Key)> Places(int count)
    {
        for (var index = 0; index < count; index++)
        {
            var transcript = Corpus.Generate("places", index);
            var random = new KeyedRandom(9, $"{index}");
            var section = random.Pick(transcript.Sections);
            yield return (transcript, section, 1 + random.NextInt(section.Text.Length), $"{index}");
        }
    }
}
