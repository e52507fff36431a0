using EvalAwareness.Core;
using EvalAwareness.Core.Models;
using EvalAwareness.Inference.Checkpoints;

namespace EvalAwareness.Inference.Nla;

/// <summary>Both halves of a natural language autoencoder, loaded and checked against the target they read and each other.</summary>
public sealed class LoadedNla : IDisposable
{
    private LoadedNla(Verbalizer verbalizer, Reconstructor reconstructor)
    {
        Verbalizer = verbalizer;
        Reconstructor = reconstructor;
    }

    public Verbalizer Verbalizer { get; }

    public Reconstructor Reconstructor { get; }

    /// <summary>Memory of both while they are loaded.</summary>
    public long WeightBytes => Verbalizer.WeightBytes + Reconstructor.WeightBytes;

    /// <param name="target">The model they read.</param>
    /// <param name="folder">Where they lie.</param>
    /// <param name="compute">Where and in which type they compute.</param>
    /// <param name="injection">How the verbalizer injects where its sidecar does not say; null for replacing.</param>
    /// <exception cref="RefusedException">A checkpoint is broken, or the two do not belong to each other and to the target.</exception>
    public static LoadedNla Load(Checkpoint target, NlaFolder folder, ComputeOptions compute, InjectionOptions? injection = null)
    {
        CheckPair(target, SidecarFile.Read(folder.Verbalizer, injection), SidecarFile.Read(folder.Reconstructor));
        return new LoadedNla(Verbalizer.Load(folder.Verbalizer, compute, injection), Reconstructor.Load(folder.Reconstructor, compute));
    }

    public void Dispose()
    {
        Verbalizer.Dispose();
        Reconstructor.Dispose();
    }

    /// <exception cref="RefusedException">The two halves read activations of different blocks or widths.</exception>
    public static void RequirePair(Sidecar verbalizer, Sidecar reconstructor) => Refuse(Disagreements(verbalizer, reconstructor));

    private static void CheckPair(Checkpoint target, Sidecar verbalizer, Sidecar reconstructor) =>
        Refuse(Disagreements(target, verbalizer).Concat(Disagreements(verbalizer, reconstructor)));

    private static IEnumerable<string> Disagreements(Checkpoint target, Sidecar verbalizer)
    {
        if (verbalizer.HiddenSize != target.Configuration.HiddenSize)
            yield return $"{target.Folder}: hidden_size is {target.Configuration.HiddenSize}; the verbalizer reads vectors of width {verbalizer.HiddenSize}.";
    }

    private static IEnumerable<string> Disagreements(Sidecar verbalizer, Sidecar reconstructor)
    {
        if (reconstructor.HiddenSize != verbalizer.HiddenSize)
            yield return $"The verbalizer reads vectors of width {verbalizer.HiddenSize}, the reconstructor writes {reconstructor.HiddenSize}.";
        if (reconstructor.Layer != verbalizer.Layer)
            yield return $"The verbalizer reads block {verbalizer.Layer}, the reconstructor block {reconstructor.Layer}.";
    }

    private static void Refuse(IEnumerable<string> disagreements)
    {
        var problems = disagreements.ToList();
        if (problems.Count > 0)
            throw new RefusedException(problems);
    }
}
