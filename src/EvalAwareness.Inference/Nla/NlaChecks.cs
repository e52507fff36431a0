using EvalAwareness.Core;
using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Models;
using EvalAwareness.Inference.Checkpoints;

namespace EvalAwareness.Inference.Nla;

/// <summary>What must hold before an NLA checkpoint or an activation is used.</summary>
internal static class NlaChecks
{
    // Below this norm the direction of a vector is rounding noise; the released code clamps, which hides it.
    private const double SmallestNorm = 1e-6;

    /// <param name="checkpoint">An opened folder.</param>
    /// <param name="role">What it must be.</param>
    /// <param name="injection">How a verbalizer injects whose sidecar does not say.</param>
    /// <exception cref="RefusedException">The sidecar is of another role or width, or injects where the model has no block.</exception>
    public static Sidecar ReadSidecar(Checkpoint checkpoint, NlaRole role, InjectionOptions? injection = null)
    {
        var sidecar = SidecarFile.Read(checkpoint.Folder, injection);
        var file = Path.Combine(checkpoint.Folder, Sidecar.FileName);
        if (sidecar.Role != role)
            throw new RefusedException($"{file}: role is {sidecar.Role.ToString().ToLowerInvariant()}; a {role.ToString().ToLowerInvariant()} is needed here.");
        if (sidecar.HiddenSize != checkpoint.Configuration.HiddenSize)
            throw new RefusedException(
                $"{file}: d_model is {sidecar.HiddenSize}, but config.json has hidden_size {checkpoint.Configuration.HiddenSize}.");
        if (sidecar.InjectionLayer is { } block)
            RequireLaterBlock(file, block, checkpoint.Configuration.Blocks);
        return sidecar;
    }

    /// <summary>What would be one item's failure in a run: while a checkpoint is loaded, nothing works without it.</summary>
    /// <param name="file">What the work depends on.</param>
    /// <param name="work">Renders or encodes what every item needs.</param>
    public static T AtLoading<T>(string file, Func<T> work)
    {
        try
        {
            return work();
        }
        catch (ItemException problem)
        {
            throw new RefusedException($"{file}: {problem.Message}.", problem);
        }
    }

    /// <summary>What is added to the output of the last block would reach no other token.</summary>
    private static void RequireLaterBlock(string file, int block, int blocks)
    {
        if (block > blocks - 2)
            throw new RefusedException(
                $"{file}: injection_layer is {block}; legal is 0 to {blocks - 2}: of {blocks} blocks a later one must read what is added.");
    }

    /// <summary>Why a vector cannot be put into words by an NLA of some width; null when it can.</summary>
    public static string? Problem(float[] vector, int width)
    {
        if (vector.Length != width)
            return $"has {vector.Length} numbers; this NLA reads {width}";
        if (!Array.TrueForAll(vector, float.IsFinite))
            return "holds NaN or infinity";
        return Norm.L2(vector) < SmallestNorm ? "is almost zero: it has no direction to put into words" : null;
    }

    /// <exception cref="ItemException">The vector has another width, holds NaN or infinity, or is almost zero.</exception>
    public static void RequireUsable(float[] vector, int width, string transcriptId, int position)
    {
        if (Problem(vector, width) is { } problem)
            throw new ItemException($"The activation of {transcriptId} at position {position} {problem}.");
    }
}
