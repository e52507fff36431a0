using EvalAwareness.Core;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Nla;

namespace EvalAwareness.Inference;

/// <summary>A target with the NLA that reads it, loaded and checked against each other.</summary>
public sealed class Engine : IDisposable
{
    private Engine(TargetModel target, Verbalizer verbalizer, Reconstructor reconstructor)
    {
        Target = target;
        Verbalizer = verbalizer;
        Reconstructor = reconstructor;
    }

    public TargetModel Target { get; }

    public Verbalizer Verbalizer { get; }

    public Reconstructor Reconstructor { get; }

    /// <param name="target">Folder of the model under audit.</param>
    /// <param name="verbalizer">Folder of the AV.</param>
    /// <param name="reconstructor">Folder of the AR.</param>
    /// <param name="compute">Where and in which type all three compute.</param>
    /// <exception cref="RefusedException">A checkpoint is broken, or the three do not belong together.</exception>
    public static Engine Load(string target, string verbalizer, string reconstructor, ComputeOptions compute)
    {
        var checkpoint = Checkpoint.Open(target);
        CheckPair(checkpoint, SidecarFile.Read(verbalizer), SidecarFile.Read(reconstructor));
        var av = Verbalizer.Load(verbalizer, compute);
        var ar = Reconstructor.Load(reconstructor, compute);
        return new Engine(TargetModel.Load(checkpoint, av.Sidecar.Layer, compute, av.Sidecar.TrainedOn), av, ar);
    }

    public void Dispose()
    {
        Target.Dispose();
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
