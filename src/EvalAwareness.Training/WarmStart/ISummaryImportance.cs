namespace EvalAwareness.Training.WarmStart;

/// <summary>How much each token of a summary counts in the verbalizer's loss.</summary>
public interface ISummaryImportance
{
    /// <param name="summary">The words between the tags.</param>
    /// <param name="length">Tokens of the response that holds it, closing tag and stop token included.</param>
    /// <returns>One weight per token of the response.</returns>
    float[] Of(string summary, int length);
}
