namespace EvalAwareness.Training.WarmStart;

/// <summary>Every token counts alike.</summary>
internal sealed class EqualImportance : ISummaryImportance
{
    public float[] Of(string summary, int length)
    {
        var weights = new float[length];
        Array.Fill(weights, 1);
        return weights;
    }
}
