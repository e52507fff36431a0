using EvalAwareness.Core.Models;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Memory;

/// <summary>Decides whether the models of a run stay loaded or take turns.</summary>
public static class ResidencyChooser
{
    // The rest is for activations, caches and the pages of mapped files.
    private const double ShareForWeights = 0.75;

    /// <param name="asked">What the audit asks for.</param>
    /// <param name="weights">Bytes of all models together.</param>
    /// <param name="compute">Where they compute.</param>
    public static ResidencyChoice Choose(Residency asked, long weights, ComputeOptions compute) => asked == Residency.Auto
        ? ChooseFor(weights, compute.Device, () => FreeMemory.On(compute.Device))
        : new(asked, "as the audit asks");

    /// <param name="weights">Bytes of all models together.</param>
    /// <param name="device">Where they compute.</param>
    /// <param name="ask">Bytes of free memory there.</param>
    internal static ResidencyChoice ChooseFor(long weights, Device device, Func<long> ask)
    {
        try
        {
            return Choose(weights, ask());
        }
        catch (TorchException problem)
        {
            // Running out in the middle of a run costs more than turns do.
            return new(Residency.Sequential, $"what is free on {device} cannot be asked ({problem.Message}); 'residency: resident' keeps all loaded");
        }
    }

    /// <param name="weights">Bytes of all models together.</param>
    /// <param name="free">Bytes of free memory.</param>
    internal static ResidencyChoice Choose(long weights, long free) => new(
        weights <= ShareForWeights * free ? Residency.Resident : Residency.Sequential,
        FormattableString.Invariant($"{weights / 1e9:0.0} GB of weights, {free / 1e9:0.0} GB of memory free"));
}
