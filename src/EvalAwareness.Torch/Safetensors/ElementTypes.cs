namespace EvalAwareness.Torch.Safetensors;

/// <summary>Names of element types in the safetensors header.</summary>
internal static class ElementTypes
{
    private static readonly Dictionary<string, ScalarType> ByName = new()
    {
        ["F32"] = ScalarType.Float32,
        ["F64"] = ScalarType.Float64,
        ["F16"] = ScalarType.Float16,
        ["BF16"] = ScalarType.BFloat16,
        ["I64"] = ScalarType.Int64,
        ["I32"] = ScalarType.Int32,
        ["U8"] = ScalarType.UInt8,
        ["BOOL"] = ScalarType.Bool,
    };

    private static readonly Dictionary<ScalarType, string> ByType = ByName.ToDictionary(pair => pair.Value, pair => pair.Key);

    public static ScalarType? Parse(string name) => ByName.TryGetValue(name, out var type) ? type : null;

    public static string Name(ScalarType type) => ByType[type];
}
