using EvalAwareness.Training.Summaries;

namespace EvalAwareness.Training.Tests.Summaries;

public sealed class SummaryTextTests
{
    [Theory]
    [InlineData("A mail.\n\nEnds with \"the\".", "A mail.\n\nEnds with \"the\".")]
    [InlineData("  A mail.\r\n \r\n\r\nEnds.\n", "A mail.\n\nEnds.")]
    [InlineData("Sure: <explanation>\nA mail.\n\nEnds.\n</explanation> Anything else?", "A mail.\n\nEnds.")]
    public void Paragraphs_are_kept_without_what_surrounds_them(string text, string summary) =>
        Assert.Equal((summary, null), SummaryText.Read(text));

    [Theory]
    [InlineData("One paragraph.\nOf two lines.")]
    [InlineData("")]
    [InlineData("<explanation>A mail.\n\nEnds")]
    [InlineData("<explanation></explanation>")]
    public void What_cannot_be_learned_from_is_dropped(string text)
    {
        var (summary, dropped) = SummaryText.Read(text);

        Assert.Null(summary);
        Assert.NotNull(dropped);
    }

    [Fact]
    public void A_model_has_to_write_the_tags() => Assert.Equal((null, "no tags"), SummaryText.ReadTagged("A mail.\n\nEnds."));
}
