using EvalAwareness.Core;
using EvalAwareness.Core.Explanations;
using EvalAwareness.Inference.Nla;

namespace EvalAwareness.Cli.Interop;

/// <summary>Refuses a file that is wrong as a whole; a vector that is wrong by itself fails alone.</summary>
internal static class ReadableVectors
{
    /// <summary>Vectors of length one, with room for having been rounded to 16 bits. Raw activations are nowhere that even.</summary>
    private const double UnitTolerance = 0.01;

    /// <param name="file">For messages.</param>
    /// <param name="rows">The first of the file.</param>
    /// <param name="verbalizer">What they are going to be read by.</param>
    /// <exception cref="RefusedException">They are of another width or layer, or were normalised.</exception>
    public static void Require(string file, IReadOnlyList<ActivationRow> rows, Sidecar verbalizer)
    {
        if (rows.All(row => row.Vector.Length != verbalizer.HiddenSize))
            throw new RefusedException($"{file}: its vectors have {rows[0].Vector.Length} numbers; the verbalizer reads {verbalizer.HiddenSize}.");
        var layers = rows.Select(row => RowNames.Integer(row.Source.Any("activation_layer"))).OfType<long>();
        if (layers.Cast<long?>().FirstOrDefault(layer => layer != verbalizer.Layer) is { } other)
            throw new RefusedException($"{file}: activation_layer is {other}; the verbalizer reads the output of block {verbalizer.Layer}.");
        if (rows.All(row => Math.Abs(Norm.L2(row.Vector) - 1) < UnitTolerance))
            throw new RefusedException(
                $"{file}: all vectors have length 1; a verbalizer is given raw activations and scales them itself. "
                + "Write them as the model has them.");
    }
}
