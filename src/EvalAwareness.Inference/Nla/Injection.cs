using EvalAwareness.Core.Explanations;

namespace EvalAwareness.Inference.Nla;

/// <summary>Prepares activations to stand in the marker's place.</summary>
public static class Injection
{
    /// <summary>v · scale / ‖v‖, the norm taken in double precision.</summary>
    public static float[] Scale(float[] vector, double scale)
    {
        var factor = scale / Norm.L2(vector);
        return Array.ConvertAll(vector, value => (float)(value * factor));
    }
}
