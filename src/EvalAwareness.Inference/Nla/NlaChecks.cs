using EvalAwareness.Core;
using EvalAwareness.Core.Explanations;
using EvalAwareness.Inference.Checkpoints;

namespace EvalAwareness.Inference.Nla;

/// <summary>What must hold before an NLA checkpoint or an activation is used.</summary>
internal static class NlaChecks
{
    // Below this norm the direction of a vector is rounding noise; the released code clamps, which hides it.
    private const double SmallestNorm = 1e-6;

    /// <exception cref="RefusedException">The sidecar is of another role or width.</exception>
    public static Sidecar ReadSidecar(Checkpoint checkpoint, NlaRole role)
    {
        var sidecar = SidecarFile.Read(checkpoint.Folder);
        var file = Path.Combine(checkpoint.Folder, Sidecar.FileName);
        if (sidecar.Role != role)
            throw new RefusedException($"{file}: role is {sidecar.Role.ToString().ToLowerInvariant()}; a {role.ToString().ToLowerInvariant()} is needed here.");
        if (sidecar.HiddenSize != checkpoint.Configuration.HiddenSize)
            throw new RefusedException(
                $"{file}: d_model is {sidecar.HiddenSize}, but config.json has hidden_size {checkpoint.Configuration.HiddenSize}.");
        return sidecar;
    }

    /// <exception cref="ItemException">The vector has another width, holds NaN or infinity, or is almost zero.</exception>
    public static void RequireUsable(float[] vector, int width, string transcriptId, int position)
    {
        var place = $"activation of {transcriptId} at position {position}";
        if (vector.Length != width)
            throw new ItemException($"The {place} has {vector.Length} numbers; this NLA reads {width}.");
        if (!Array.TrueForAll(vector, float.IsFinite))
            throw new ItemException($"The {place} holds NaN or infinity.");
        if (Norm.L2(vector) < SmallestNorm)
            throw new ItemException($"The {place} is almost zero: it has no direction to put into words.");
    }
}
