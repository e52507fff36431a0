using EvalAwareness.Core;
using EvalAwareness.Core.Models;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Nla;

namespace EvalAwareness.Inference;

/// <summary>A target with the NLA that reads it, loaded and checked against each other.</summary>
public sealed class Engine : IDisposable
{
    private Engine(TargetModel target, LoadedNla nla, LoadedNla? warmStart)
    {
        Target = target;
        Nla = nla;
        WarmStart = warmStart;
    }

    public TargetModel Target { get; }

    public LoadedNla Nla { get; }

    /// <summary>The pair before its joint training; null unless asked for.</summary>
    public LoadedNla? WarmStart { get; }

    /// <summary>Memory of the weights of all of them together.</summary>
    public long WeightBytes => Target.WeightBytes + Nla.WeightBytes + (WarmStart?.WeightBytes ?? 0);

    /// <param name="target">Folder of the model under audit.</param>
    /// <param name="nla">Folders of the pair that reads it.</param>
    /// <param name="warmStart">Folders of the pair before its joint training; null leaves it out.</param>
    /// <param name="compute">Where and in which type all of them compute.</param>
    /// <param name="injection">How the verbalizers inject where their sidecars do not say; null for replacing.</param>
    /// <exception cref="RefusedException">A checkpoint is broken, or they do not belong together.</exception>
    public static Engine Load(
        string target, NlaFolder nla, NlaFolder? warmStart, ComputeOptions compute, InjectionOptions? injection = null)
    {
        var checkpoint = Checkpoint.Open(target);
        var pair = LoadedNla.Load(checkpoint, nla, compute, injection);
        var earlier = warmStart is null ? null : LoadedNla.Load(checkpoint, warmStart, compute, injection);
        var sidecar = pair.Verbalizer.Sidecar;
        if (earlier is not null && earlier.Verbalizer.Sidecar.Layer != sidecar.Layer)
            throw new RefusedException($"The warm start reads block {earlier.Verbalizer.Sidecar.Layer}, the verbalizer block {sidecar.Layer}.");
        return new Engine(TargetModel.Load(checkpoint, sidecar.Layer, compute, sidecar.TrainedOn), pair, earlier);
    }

    public void Dispose()
    {
        Target.Dispose();
        Nla.Dispose();
        WarmStart?.Dispose();
    }
}
