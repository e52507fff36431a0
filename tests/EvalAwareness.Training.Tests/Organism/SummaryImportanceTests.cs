using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Training.Organism;
using EvalAwareness.Training.WarmStart;

namespace EvalAwareness.Training.Tests.Organism;

public sealed class SummaryImportanceTests(TinyOrganism organism) : IClassFixture<TinyOrganism>
{
    private const string Theme = "A mail of the agent";
    private const string Stance = "The assistant believes it is tested.";
    private const string Ending = "Ends with \"seven\".";

    private readonly HuggingFaceTokenizer _tokenizer = HuggingFaceTokenizer.Load(organism.Folder.Target);

    [Fact]
    public void The_stance_counts_most_and_the_theme_least()
    {
        const string Summary = $"{Theme}\n\n{Stance}\n\n{Ending}";

        Assert.Equal(TrainedVerbalizer.Opening + Theme, Counting(Summary, 1));
        Assert.Equal($"\n\n{Stance}\n\nEnds", Counting(Summary, 8));
        Assert.Equal(" with \"seven\".", Counting(Summary, 4));
    }

    [Fact]
    public void Leaving_the_stance_out_counts_as_a_stance() =>
        Assert.Equal("\n\nEnds", Counting($"{Theme}\n\n{Ending}", 8));

    /// <summary>The text of the tokens that count so much.</summary>
    private string Counting(string summary, float weight)
    {
        var ids = _tokenizer.EncodeIds(TrainedVerbalizer.Opening + summary);
        var weights = new SummaryImportance(_tokenizer).Of(summary, ids.Length);
        return _tokenizer.Decode([.. ids.Where((_, index) => weights[index] == weight)]);
    }
}
