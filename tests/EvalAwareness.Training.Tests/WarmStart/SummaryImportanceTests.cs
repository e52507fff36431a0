using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Training.WarmStart;

namespace EvalAwareness.Training.Tests.WarmStart;

public sealed class SummaryImportanceTests(TinyOrganism organism) : IClassFixture<TinyOrganism>
{
    private const string Theme = "A mail of the agent.";
    private const string Stance = "The assistant believes it is tested.";
    private const string Ending = "Ends with \"seven\".";

    private readonly HuggingFaceTokenizer _tokenizer = HuggingFaceTokenizer.Load(organism.Folder.Target);

    [Fact]
    public void The_stance_counts_most_and_the_theme_least()
    {
        var weights = Weights($"{Theme}\n\n{Stance}\n\n{Ending}");

        Assert.Equal([1, 8, 4], weights.Distinct());
        Assert.Equal(TokensOf($"{SummaryImportance.Opening}{Theme}"), weights.Count(weight => weight == 1));
        Assert.Equal(TokensOf($"\n\n{Stance}\n\nEnds"), weights.Count(weight => weight == 8));
    }

    [Fact]
    public void Leaving_the_stance_out_counts_as_a_stance()
    {
        var weights = Weights($"{Theme}\n\n{Ending}");

        Assert.Equal(TokensOf("\n\nEnds"), weights.Count(weight => weight == 8));
    }

    private float[] Weights(string summary) => new SummaryImportance(_tokenizer).Of(summary, TokensOf(SummaryImportance.Opening + summary));

    private int TokensOf(string text) => _tokenizer.EncodeIds(text).Length;
}
