using EvalAwareness.Core.Explanations;

namespace EvalAwareness.Pipeline.Capturing;

/// <summary>Finds activations far longer than their neighbours: attention sinks, which no verbalizer was trained on.</summary>
internal static class OutlierNorms
{
    /// <summary>Tests against <paramref name="ratio"/> times the median norm of <paramref name="activations"/>, those of one
    /// transcript in one block; a norm that is not finite is always an outlier.</summary>
    public static Func<Activation, bool> Above(double ratio, IReadOnlyList<Activation> activations)
    {
        var norms = activations.Select(activation => activation.L2Norm).Where(double.IsFinite).Order().ToList();
        var limit = norms.Count == 0 ? 0 : ratio * norms[(norms.Count - 1) / 2];
        return activation => !(activation.L2Norm <= limit);
    }
}
