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
    /// <param name="folders">Checkpoints of the run.</param>
    /// <param name="compute">Where and in which type they compute.</param>
    public static ResidencyChoice Choose(Residency asked, IEnumerable<string> folders, ComputeOptions compute) => asked switch
    {
        not Residency.Auto => new(asked, "as the audit asks"),
        // LibTorch's C interface does not tell what a GPU has left, and running out in the middle of a run costs more than turns do.
        _ when !compute.Device.IsCpu => new(Residency.Sequential, $"what is free on {compute.Device} cannot be asked; 'residency: resident' keeps all loaded"),
        _ => Choose(folders.Sum(folder => Bytes(folder, compute.Type)), FreeMemory.Bytes),
    };

    internal static long Bytes(string folder, ScalarType type)
    {
        using var file = WeightFile.Open(folder, ConfigurationFile.Read(folder));
        return file.BytesAs(type);
    }

    /// <param name="weights">Bytes of all models together.</param>
    /// <param name="free">Bytes of free memory.</param>
    internal static ResidencyChoice Choose(long weights, long free) => new(
        weights <= ShareForWeights * free ? Residency.Resident : Residency.Sequential,
        FormattableString.Invariant($"{weights / 1e9:0.0} GB of weights, {free / 1e9:0.0} GB of memory free"));
}
