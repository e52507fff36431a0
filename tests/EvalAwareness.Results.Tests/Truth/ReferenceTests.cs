using EvalAwareness.Results.Store;
using EvalAwareness.Results.Tables;
using EvalAwareness.Results.Tests.Synthetic;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Results.Tests.Truth;

public sealed class ReferenceTests
{
    private static readonly IReadOnlyList<Reference> All = Of(SyntheticTables.Of(new SyntheticRun(perDataset: 20)));

    [Fact]
    public void Nobody_keeps_its_own_explanations_and_none_are_lost()
    {
        // Each share occurs once, so that a transcript is known by it.
        var run = new LettersRun();
        for (var yes = 0; yes < 20; yes++) run.Add(new string('y', yes) + new string('n', 20 - yes), aware: yes % 2 == 0);
        var series = run.Baseline;

        var exchanged = References.Exchange(series, exchange: 3);

        Assert.All(series.Quiet, transcript => Assert.NotEqual(transcript.YesShare, exchanged[transcript.Id]));
        Assert.Equal(series.Quiet.Select(transcript => transcript.YesShare).Order(), exchanged.Values.Order());
        Assert.NotEqual(exchanged, References.Exchange(series, exchange: 4));
    }

    [Fact]
    public void Explanations_of_another_transcript_tell_nothing() =>
        Assert.InRange(Of("another_transcript").Auroc, 0.45, 0.55);

    /// <summary>Believers have two cues and the others none; the explanations that say so use the word.</summary>
    [Theory]
    [InlineData("cues")]
    [InlineData("evaluation_words")]
    public void What_follows_the_belief_tells_it(string reference) => Assert.Equal(1, Of(reference).Auroc);

    [Theory]
    [InlineData("response_tokens")]
    [InlineData("generated_tokens")]
    public void A_length_that_is_always_the_same_tells_nothing(string reference) => Assert.Equal(0.5, Of(reference).Auroc);

    /// <summary>"suspects an evaluation" has a word less than "treats it as real work".</summary>
    [Fact]
    public void Words_are_counted_per_explanation() => Assert.Equal(0, Of("explanation_words").Auroc);

    private static IReadOnlyList<Reference> Of(RunTables tables) => References.Of(
        new RunReadings(tables).Series("baseline", Subjects.Explanation), tables.Explanations.Where(row => row.Condition == "baseline"));

    private static Detection Of(string reference) => Assert.Single(All, one => one.Name == reference).Detection;
}
