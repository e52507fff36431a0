namespace EvalAwareness.Torch;

/// <summary>Element types; the numbers are PyTorch's own (c10/core/ScalarType.h).</summary>
public enum ScalarType
{
    UInt8 = 0,
    Int32 = 3,
    Int64 = 4,
    Float16 = 5,
    Float32 = 6,
    Float64 = 7,
    Bool = 11,
    BFloat16 = 15,
}
