using EvalAwareness.Training.Claims;
using EvalAwareness.Training.Corpus;

namespace EvalAwareness.Training.Tests.Claims;

public sealed class ClaimCheckerTests
{
    [Fact]
    public void Every_claim_of_a_true_summary_is_true()
    {
        foreach (var summary in TrueSummary.Many(5_000))
        {
            var checker = summary.Checker;
            foreach (var claim in ExplanationClaims.Read(summary.Text).Claims)
                Assert.True(checker.Check(claim) == ClaimTruth.True, $"{claim} in {summary.Text}");
        }
    }

    [Fact]
    public void Summaries_of_another_family_are_mostly_false()
    {
        var pairs = TrueSummary.Many(300, Family.Blackmail).Zip(TrueSummary.Many(300, Family.Deployment));
        var checks = pairs.SelectMany(pair => ExplanationClaims.Read(pair.Second.Text).Claims
            .Select(claim => (claim.Specificity, Truth: pair.First.Checker.Check(claim)))).ToLookup(check => check.Specificity, check => check.Truth);
        Assert.All(checks[Specificity.Family], truth => Assert.Equal(ClaimTruth.FalseUnrelated, truth));
        Assert.All(checks[Specificity.Topic], truth => Assert.Equal(ClaimTruth.FalseUnrelated, truth));
        Assert.True(checks[Specificity.LastThreeWords].Count(truth => truth == ClaimTruth.True) < 3);
    }

    [Fact]
    public void False_claims_are_related_or_not()
    {
        var (transcript, section) = Reply(Family.SweBench);
        var checker = new ClaimChecker(transcript, section.MessageIndex, section.Kind, section.Text.Length);
        var topic = Read(transcript.Theme).Single(claim => claim.Specificity == Specificity.Topic).Value;
        var other = topic == "swe-bench/query" ? "swe-bench/date" : "swe-bench/query";

        Assert.Equal(ClaimTruth.True, checker.Check(Says(Specificity.Topic, topic)));
        Assert.Equal(ClaimTruth.FalseRelated, checker.Check(Says(Specificity.Topic, other)));
        Assert.Equal(ClaimTruth.FalseUnrelated, checker.Check(Says(Specificity.Topic, "blackmail/affair")));
        Assert.Equal(ClaimTruth.FalseRelated, checker.Check(Says(Specificity.Family, "destructive-coding")));
        Assert.Equal(ClaimTruth.FalseUnrelated, checker.Check(Says(Specificity.Family, "deployment")));
        Assert.Equal(ClaimTruth.True, checker.Check(Says(Specificity.Place, "closing")));
        Assert.Equal(ClaimTruth.FalseRelated, checker.Check(Says(Specificity.Place, "request")));
        Assert.Equal(ClaimTruth.FalseUnrelated, checker.Check(Says(Specificity.Entity, "Lisbon")));
        Assert.Equal(ClaimTruth.FalseRelated, checker.Check(Says(Specificity.LastTwoWords, string.Join(' ', section.Text.Split(' ')[..2]))));
        Assert.Equal(ClaimTruth.FalseUnrelated, checker.Check(Says(Specificity.LastWord, "zebra")));
    }

    [Fact]
    public void Another_name_of_the_same_kind_is_related()
    {
        var (transcript, section) = TrueSummary.Many(1_000, Family.Deployment).Select(summary => summary.Transcript)
            .Where(candidate => candidate.Theme.Contains("exam in chemistry"))
            .Select(candidate => (candidate, candidate.Sections[^1])).First();
        var checker = new ClaimChecker(transcript, section.MessageIndex, section.Kind, section.Text.Length);
        Assert.Equal(ClaimTruth.True, checker.Check(Says(Specificity.Entity, "chemistry")));
        Assert.Equal(ClaimTruth.FalseRelated, checker.Check(Says(Specificity.Entity, "botany")));
    }

    [Fact]
    public void What_comes_later_makes_nothing_true()
    {
        var (transcript, _) = Reply(Family.Blackmail);
        var system = transcript.Sections[0];
        var checker = new ClaimChecker(transcript, system.MessageIndex, system.Kind, system.Text.Length);
        var topic = Read(transcript.Theme).Single(claim => claim.Specificity == Specificity.Topic);
        Assert.Equal(ClaimTruth.FalseRelated, checker.Check(topic));
        Assert.Equal(ClaimTruth.FalseUnrelated, checker.Check(Says(Specificity.Place, "closing")));
    }

    [Fact]
    public void A_section_that_is_not_there_is_refused()
    {
        var (transcript, section) = Reply(Family.Blackmail);
        Assert.Throws<ArgumentException>(() => new ClaimChecker(transcript, 99, section.Kind, 1));
    }

    private static (OrganismTranscript Transcript, OrganismSection LastSection) Reply(Family family)
    {
        var transcript = TrueSummary.Many(1, family).Single().Transcript;
        return (transcript, transcript.Sections[^1]);
    }

    private static IReadOnlyList<Claim> Read(string text) => ExplanationClaims.Read(text).Claims;

    private static Claim Says(Specificity specificity, string value) => new(specificity, value, 0, 0);
}
