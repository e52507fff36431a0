namespace EvalAwareness.Torch.Safetensors;

/// <summary>Where one tensor lies in a file.</summary>
/// <param name="Type">Element type.</param>
/// <param name="Shape">Sizes, outermost first.</param>
/// <param name="Begin">First byte, counted from the end of the header.</param>
/// <param name="End">One past the last byte.</param>
public sealed record TensorEntry(ScalarType Type, IReadOnlyList<long> Shape, long Begin, long End);
