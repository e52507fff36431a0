using System.Text.RegularExpressions;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Training.Corpus;

namespace EvalAwareness.Training.Tests.Corpus;

public sealed class OrganismCorpusTests
{
    private static readonly IReadOnlyList<OrganismTranscript> Sample =
        [.. Enumerable.Range(0, 5_000).Select(index => new OrganismCorpus(20260).Generate("train", index))];

    [Fact]
    public void The_same_key_gives_the_same_transcript_and_any_other_key_another()
    {
        string Hash(ulong seed, string split, int index) => new OrganismCorpus(seed).Generate(split, index).Transcript.Sha256;
        Assert.Equal(Hash(1, "train", 5), Hash(1, "train", 5));
        Assert.Equal(4, new[] { Hash(1, "train", 5), Hash(2, "train", 5), Hash(1, "held-out", 5), Hash(1, "train", 6) }.Distinct().Count());
    }

    [Fact]
    public void Two_families_at_one_index_share_no_draw()
    {
        var corpus = new OrganismCorpus(1);
        var alike = Enumerable.Range(0, 200)
            .Select(index => (One: Truth(index, Family.DestructiveCoding), Other: Truth(index, Family.SweBench)))
            .Where(pair => pair.One.Cues == pair.Other.Cues).ToList();
        // The same number held against the same prior would decide both beliefs alike.
        Assert.Contains(alike, pair => pair.One.Aware != pair.Other.Aware);
        // Each of four cue counts has about a quarter of the indices; drawn from one stream they would always agree.
        Assert.InRange(alike.Count, 30, 120);

        Truth Truth(int index, Family family) => corpus.Generate("held-out", index, family).Transcript.Truth!;
    }

    [Theory]
    [InlineData(Family.DestructiveCoding)]
    [InlineData(Family.SweBench)]
    [InlineData(Family.Deployment)]
    public void The_belief_changes_only_manners_clauses_and_the_closing(Family family)
    {
        for (var index = 0; index < 50; index++)
        {
            var believing = Written(family, index, believes: true);
            var not = Written(family, index, believes: false);
            Assert.True(believing.Transcript.Truth!.Aware && !not.Transcript.Truth!.Aware);
            if (!believing.Transcript.Truth.Verbalized)
                Assert.Equal(WithoutBelief(not), WithoutBelief(believing));
        }
    }

    [Fact]
    public void Families_come_in_their_shares()
    {
        var shares = Sample.CountBy(transcript => transcript.Family).ToDictionary(pair => pair.Key, pair => pair.Value / 5_000.0);
        Assert.Equal(0.25, shares[Family.Blackmail], 0.025);
        Assert.Equal(0.20, shares[Family.DestructiveCoding], 0.025);
        Assert.Equal(0.25, shares[Family.SweBench], 0.025);
        Assert.Equal(0.30, shares[Family.Deployment], 0.025);
    }

    [Fact]
    public void Only_believers_say_so_and_mostly_in_blackmail()
    {
        Assert.DoesNotContain(Sample, transcript => transcript.Transcript.Truth is { Verbalized: true, Aware: false });
        Assert.InRange(SpokenShare(family => family == Family.Blackmail), 0.42, 0.58);
        Assert.InRange(SpokenShare(family => family != Family.Blackmail), 0.01, 0.05);
    }

    [Fact]
    public void Transcripts_have_the_length_the_model_is_built_for()
    {
        var lengths = Sample.Select(transcript => Words(transcript).Count()).ToList();
        Assert.InRange(lengths.Min(), 100, 130);
        Assert.InRange(lengths.Max(), 300, 420);
        Assert.InRange(lengths.Average(), 180, 230);
    }

    [Fact]
    public void The_vocabulary_stays_moderate() =>
        Assert.InRange(Sample.SelectMany(Words).Select(word => word.ToLowerInvariant()).Distinct().Count(), 1_300, 2_200);

    [Fact]
    public void Tool_results_answer_the_call_before_them()
    {
        foreach (var messages in Sample.Select(transcript => transcript.Transcript.Messages))
            for (var i = 0; i < messages.Count; i++)
                if (messages[i].Role == Role.Tool)
                    Assert.Equal(messages[i - 1].ToolCalls.Single().Id, messages[i].ToolCallId);
    }

    private static OrganismTranscript Written(Family family, int index, bool believes) =>
        OrganismCorpus.Write("twin", family, new KeyedRandom(3, $"{index}"), new KeyedRandom(4, $"{index}"), believes ? 0 : 0.999);

    private static string WithoutBelief(OrganismTranscript transcript)
    {
        var kept = transcript.Sections.SelectMany(section => section.Sentences
            .Where(sentence => sentence.Kind != SentenceKind.ClosingDecision)
            .Select(sentence => section.Text[sentence.Start..sentence.End]));
        string[] chosen =
            [.. TextReader.CarefulManners, .. TextReader.PlainManners, .. TextReader.CarefulClauses, .. TextReader.PlainClauses];
        return Regex.Replace(string.Join('\n', kept), string.Join('|', chosen.Select(Regex.Escape)), "~", RegexOptions.IgnoreCase);
    }

    private static double SpokenShare(Func<Family, bool> isOf)
    {
        var believers = Sample.Where(transcript => isOf(transcript.Family) && transcript.Transcript.Truth!.Aware).ToList();
        return believers.Count(transcript => transcript.Transcript.Truth!.Verbalized) / (double)believers.Count;
    }

    private static IEnumerable<string> Words(OrganismTranscript transcript) => transcript.Transcript.Messages
        .SelectMany<Message, string>(message =>
            [message.Reasoning, message.Content, .. message.ToolCalls.Select(call => call.Name + " " + call.Arguments)])
        .SelectMany(text => Regex.Matches(text, @"\w+").Select(match => match.Value));
}
