using EvalAwareness.Core.Randomness;
using EvalAwareness.Training.Claims;
using EvalAwareness.Training.Quality;
using EvalAwareness.Training.Tests.Claims;

namespace EvalAwareness.Training.Tests.Quality;

public sealed class RewritingTests
{
    [Fact]
    public void A_paraphrase_says_the_same_in_other_words()
    {
        foreach (var summary in TrueSummary.Many(1_000))
        {
            var paraphrased = Rewriting.Paraphrase(summary.Text, new KeyedRandom(1, summary.Text));
            Assert.Equal(Said(summary.Text), Said(paraphrased));
            var kept = SentencesOf(summary.Text).Intersect(SentencesOf(paraphrased));
            Assert.All(kept, sentence => Assert.StartsWith("Ends with", sentence));
        }
    }

    [Fact]
    public void Shuffled_words_are_the_same_words()
    {
        foreach (var summary in TrueSummary.Many(100))
        {
            var shuffled = Rewriting.ShuffleWords(summary.Text, new KeyedRandom(1, summary.Text));
            Assert.NotEqual(summary.Text, shuffled);
            Assert.Equal(Words.Of(summary.Text).Order(), Words.Of(shuffled).Order());
        }
    }

    [Fact]
    public void Shuffled_sentences_stay_whole_and_fill_the_same_paragraphs()
    {
        foreach (var summary in TrueSummary.Many(100))
        {
            var shuffled = Rewriting.ShuffleSentences(summary.Text, new KeyedRandom(1, summary.Text));
            Assert.Equal(SentencesOf(summary.Text).Order(), SentencesOf(shuffled).Order());
            Assert.Equal(summary.Text.Split("\n\n").Length, shuffled.Split("\n\n").Length);
        }
    }

    [Fact]
    public void Without_the_last_words_the_rest_stands()
    {
        foreach (var summary in TrueSummary.Many(100))
            Assert.Equal(summary.Text[..summary.Text.LastIndexOf("\n\nEnds with", StringComparison.Ordinal)], Rewriting.LeaveOutLastWords(summary.Text));
    }

    [Fact]
    public void What_stands_before_the_last_words_can_be_rewritten_alone()
    {
        foreach (var summary in TrueSummary.Many(100))
        {
            Assert.Equal(summary.Text, Rewriting.BeforeLastWords(summary.Text, rest => rest));
            var ending = summary.Text[summary.Text.LastIndexOf("\n\nEnds with", StringComparison.Ordinal)..];
            Assert.Equal($"HERE{ending}", Rewriting.BeforeLastWords(summary.Text, _ => "HERE"));
        }
    }

    private static IEnumerable<string> SentencesOf(string text) =>
        ExplanationSentence.Cut(text).Select(sentence => sentence.In(text));

    private static string Said(string text)
    {
        var read = ExplanationClaims.Read(text);
        return string.Join('|', read.Claims.Select(claim => $"{claim.Specificity}={claim.Value}").Concat(read.Stances));
    }
}
