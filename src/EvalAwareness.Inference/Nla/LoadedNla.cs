using EvalAwareness.Core;
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

    /// <exception cref="RefusedException">A checkpoint is broken, or the two do not belong to each other and to the target.</exception>
    public static LoadedNla Load(Checkpoint target, NlaFolder folder, ComputeOptions compute)
    {
        CheckPair(target, SidecarFile.Read(folder.Verbalizer), SidecarFile.Read(folder.Reconstructor));
        return new LoadedNla(Verbalizer.Load(folder.Verbalizer, compute), Reconstructor.Load(folder.Reconstructor, compute));
    }

    public void Dispose()
    {
        Verbalizer.Dispose();
        Reconstructor.Dispose();
    }

    private static void CheckPair(Checkpoint target, Sidecar verbalizer, Sidecar reconstructor)
    {
        var problems = new List<string>();
        if (verbalizer.HiddenSize != target.Configuration.HiddenSize)
            problems.Add($"{target.Folder}: hidden_size is {target.Configuration.HiddenSize}; the verbalizer reads vectors of width {verbalizer.HiddenSize}.");
        if (reconstructor.HiddenSize != verbalizer.HiddenSize)
            problems.Add($"The verbalizer reads vectors of width {verbalizer.HiddenSize}, the reconstructor writes {reconstructor.HiddenSize}.");
        if (reconstructor.Layer != verbalizer.Layer)
            problems.Add($"The verbalizer reads block {verbalizer.Layer}, the reconstructor block {reconstructor.Layer}.");
        if (problems.Count > 0)
            throw new RefusedException(problems);
    }
}
