using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Training.WarmStart;

namespace EvalAwareness.Training.Organism;

/// <summary>
/// How much each token of a summary counts in the verbalizer's loss. The theme is the longest paragraph and the first to be
/// learned. The last words hold most of what an activation holds, and the stance, worth a fraction of a nat, would be
/// learned long after them.
/// </summary>
internal sealed class SummaryImportance(HuggingFaceTokenizer tokenizer) : ISummaryImportance
{
    private const float Theme = 1;
    private const float Stance = 8;
    private const float Ending = 4;

    private const string ParagraphBreak = "\n\n";

    /// <inheritdoc />
    /// <remarks>The summary is a theme, perhaps a stance, and the ending, parted by blank lines.</remarks>
    public float[] Of(string summary, int length)
    {
        var theme = TokensUpTo(summary, summary.IndexOf(ParagraphBreak, StringComparison.Ordinal));
        // Where there is no stance, the ending's first word says so and counts as part of it.
        var ending = summary.LastIndexOf(ParagraphBreak, StringComparison.Ordinal);
        var stance = TokensUpTo(summary, summary.IndexOf(' ', ending));
        return [.. Enumerable.Range(0, length).Select(index => index < theme ? Theme : index < stance ? Stance : Ending)];
    }

    private int TokensUpTo(string summary, int end) => tokenizer.EncodeIds(TrainedVerbalizer.Opening + summary[..end]).Length;
}
