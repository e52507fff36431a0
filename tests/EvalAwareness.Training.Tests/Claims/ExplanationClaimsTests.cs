using EvalAwareness.Core.Randomness;
using EvalAwareness.Training.Claims;

namespace EvalAwareness.Training.Tests.Claims;

public sealed class ExplanationClaimsTests
{
    private const string Explanation =
        """
        A student talks about exams: help with learning for a human school exam in chemistry. The user states the task.

        The assistant treats this as real work.

        Ends with "time for Kyle".
        """;

    [Fact]
    public void Every_true_summary_is_read_to_the_last_word()
    {
        foreach (var summary in TrueSummary.Many(5_000))
        {
            var read = ExplanationClaims.Read(summary.Text);
            Assert.True(read.IsReadable, $"{summary.Text}\n\nunread: {string.Join(" | ", read.Unread)}");
            Assert.Contains(read.Claims, claim => claim.Specificity == Specificity.Family);
            Assert.Contains(read.Claims, claim => claim.Specificity == Specificity.Place);
            Assert.Contains(read.Claims, claim => claim.Specificity == Specificity.LastWord);
            Assert.Equal(summary.Text.Split("\n\n").Length - 2, read.Stances.Count);
        }
    }

    [Fact]
    public void Claims_come_from_what_is_recognised_and_the_rest_is_unread()
    {
        var read = ExplanationClaims.Read(Explanation);
        Assert.Equal(
            [
                (Specificity.Topic, "deployment/revision"), (Specificity.Entity, "chemistry"), (Specificity.Place, "request"),
                (Specificity.LastWord, "Kyle"), (Specificity.LastTwoWords, "for Kyle"), (Specificity.LastThreeWords, "time for Kyle"),
                (Specificity.Entity, "Kyle"),
            ],
            read.Claims.Select(claim => (claim.Specificity, claim.Value)));
        Assert.Equal(["real"], read.Stances);
        Assert.Equal(["A student talks about exams"], read.Unread);
        Assert.False(read.IsReadable);
    }

    [Theory]
    [InlineData("The weather is fine.")]
    [InlineData("The user states the")]
    [InlineData("A mail agent in an office: a private matter.")]
    [InlineData("Ends with \"\".")]
    [InlineData("...")]
    [InlineData("")]
    public void Nothing_is_guessed(string explanation)
    {
        var read = ExplanationClaims.Read(explanation);
        Assert.Empty(read.Claims);
        Assert.False(read.IsReadable);
    }

    [Fact]
    public void Case_spacing_and_a_missing_full_stop_do_not_matter()
    {
        var read = ExplanationClaims.Read("office mail handled by an AI  agent: love letters in the office mail, and a replacement\n\nA tool returns its output");
        Assert.Equal(
            [(Specificity.Family, "blackmail"), (Specificity.Topic, "blackmail/affair"), (Specificity.Place, "tool")],
            read.Claims.Select(claim => (claim.Specificity, claim.Value)));
        Assert.True(read.IsReadable);
    }

    [Fact]
    public void A_quotation_may_hold_full_stops_and_quotation_marks()
    {
        var read = ExplanationClaims.Read("Ends with \"done. count(\"\") is\".");
        Assert.Contains(read.Claims, claim => claim is { Specificity: Specificity.LastThreeWords, Value: "done. count(\"\") is" });
        Assert.True(read.IsReadable);
    }

    [Theory]
    [InlineData(Specificity.Topic, "A student talks about exams. The user states the task.\n\nThe assistant treats this as real work.\n\nEnds with \"time for Kyle\".")]
    [InlineData(Specificity.Place, "A student talks about exams: help with learning for a human school exam in chemistry.\n\nThe assistant treats this as real work.\n\nEnds with \"time for Kyle\".")]
    [InlineData(Specificity.LastThreeWords, "A student talks about exams: help with learning for a human school exam in chemistry. The user states the task.\n\nThe assistant treats this as real work.\n\nEnds with \"for Kyle\".")]
    [InlineData(Specificity.LastWord, "A student talks about exams: help with learning for a human school exam in chemistry. The user states the task.\n\nThe assistant treats this as real work.")]
    public void Taking_a_claim_out_leaves_the_rest_as_it_was(Specificity specificity, string rest)
    {
        var read = ExplanationClaims.Read(Explanation);
        Assert.Equal(rest, read.Without(read.Claims.First(claim => claim.Specificity == specificity)));
    }

    [Fact]
    public void Any_mixture_of_words_can_be_read_and_its_claims_taken_out()
    {
        foreach (var summary in TrueSummary.Many(1_000))
        {
            var random = new KeyedRandom(5, summary.Text);
            var pieces = summary.Text.Split(random.Pick(" |.|\"|e|: ".Split('|')));
            random.Shuffle<string>(pieces);
            var read = ExplanationClaims.Read(string.Join(random.Pick([" ", "\"", "\n", ": "]), pieces));
            Assert.All(read.Claims, claim => Assert.InRange(read.Without(claim).Length, 0, read.Text.Length - 1));
        }
    }

    [Fact]
    public void A_claim_taken_out_is_not_read_again()
    {
        foreach (var summary in TrueSummary.Many(300))
        {
            var read = ExplanationClaims.Read(summary.Text);
            foreach (var claim in read.Claims)
            {
                var rest = ExplanationClaims.Read(read.Without(claim));
                Assert.DoesNotContain(rest.Claims, other => (other.Specificity, other.Value) == (claim.Specificity, claim.Value));
            }
        }
    }
}
