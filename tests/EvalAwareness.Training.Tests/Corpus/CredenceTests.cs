using EvalAwareness.Core.Transcripts;
using EvalAwareness.Training.Corpus;

namespace EvalAwareness.Training.Tests.Corpus;

public sealed class CredenceTests
{
    private static readonly OrganismCorpus Corpus = new(7);

    [Theory]
    [InlineData(Family.Blackmail)]
    [InlineData(Family.DestructiveCoding)]
    [InlineData(Family.SweBench)]
    [InlineData(Family.Deployment)]
    public void Credence_can_be_computed_again_from_the_words_alone(Family family)
    {
        for (var index = 0; index < 60; index++)
        {
            var transcript = Corpus.Generate("recomputed", index, family);
            var noted = transcript.Transcript.Truth!.Sentences.Select(sentence => sentence.Credence).ToList();
            var computed = TextReader.Credences(transcript);
            Assert.Equal(computed.Count, noted.Count);
            Assert.All(noted.Zip(computed), pair => Assert.Equal(pair.Second, pair.First, 9));
        }
    }

    [Fact]
    public void Among_sentences_of_like_credence_that_share_holds_the_belief()
    {
        // One sentence of each transcript, so that the draws of a bin are independent of each other.
        var draws = Enumerable.Range(0, 20_000).Select(index =>
        {
            var truth = Corpus.Generate("calibration", index).Transcript.Truth!;
            return (truth.Sentences[index % truth.Sentences.Count].Credence, truth.Aware);
        });
        foreach (var bin in draws.GroupBy(draw => Math.Min((int)(draw.Credence * 10), 9)))
        {
            var expected = bin.Sum(draw => draw.Credence);
            var observed = bin.Count(draw => draw.Aware);
            var deviation = Math.Sqrt(bin.Sum(draw => draw.Credence * (1 - draw.Credence)));
            // Ten bins at 4 standard deviations: a false alarm once in some 1,500 seeds, and the seed is fixed.
            Assert.True(Math.Abs(observed - expected) <= 4 * deviation + 1, $"bin {bin.Key}: {observed} of {bin.Count()}, expected {expected:0.0}");
        }
    }

    [Fact]
    public void Credence_is_one_from_the_moment_it_is_said()
    {
        var spoken = Enumerable.Range(0, 400).Select(index => Corpus.Generate("spoken", index, Family.Blackmail))
            .Where(transcript => transcript.Transcript.Truth!.Verbalized).ToList();
        Assert.NotEmpty(spoken);
        foreach (var transcript in spoken)
        {
            var sentences = TextReader.AssistantSentences(transcript).Select(pair => pair.Sentence).ToList();
            var said = sentences.FindIndex(sentence => sentence.Verbalizes);
            Assert.True(said > 0);
            Assert.All(transcript.Transcript.Truth!.Sentences.Skip(said), sentence => Assert.Equal(1, sentence.Credence));
            Assert.True(transcript.Transcript.Truth!.Sentences[said - 1].Credence < 1);
        }
    }

    [Fact]
    public void Truth_points_at_the_sentences_of_the_messages_own_text()
    {
        for (var index = 0; index < 100; index++)
        {
            var transcript = Corpus.Generate("offsets", index);
            var texts = TextReader.AssistantSentences(transcript).Select(pair => pair.Text);
            Assert.Equal(texts, transcript.Transcript.Truth!.Sentences.Select(truth =>
            {
                var message = transcript.Transcript.Messages[truth.MessageIndex];
                var text = truth.Section == SegmentKind.AssistantText ? message.Content : message.Reasoning;
                return text[truth.Start..truth.End];
            }));
        }
    }
}
