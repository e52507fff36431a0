using EvalAwareness.Core.Explanations;

namespace EvalAwareness.Inference.Nla;

/// <summary>Prepares activations to enter a verbalizer.</summary>
public static class Injection
{
    /// <summary>v · scale / ‖v‖, the norm taken in double precision.</summary>
    public static float[] Scale(float[] vector, double scale)
    {
        var factor = scale / Norm.L2(vector);
        return Array.ConvertAll(vector, value => (float)(value * factor));
    }

    /// <summary>The way that a verbalizer's sidecar says.</summary>
    internal static IInjection Of(Sidecar sidecar) =>
        sidecar.InjectionLayer is { } block ? new AddingInjection(block) : new ReplacingInjection(sidecar.InjectionScale!.Value);
}
