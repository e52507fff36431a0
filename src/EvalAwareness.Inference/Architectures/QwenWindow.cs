using EvalAwareness.Inference.Checkpoints;

namespace EvalAwareness.Inference.Architectures;

/// <summary>The sliding windows that Qwen's configurations can switch on; no released checkpoint does.</summary>
internal static class QwenWindow
{
    // What transformers takes when the field is missing.
    private const int FirstWindowedBlock = 28;

    /// <summary>Refuses them where they would take effect: switched on, with a width, below the last block.</summary>
    public static void Refuse(JsonFields fields, int blocks)
    {
        if (fields.Strings("layer_types") is { } types)
            RefuseTypes(fields, types);
        else if (fields.OptionalBool("use_sliding_window") == true && !fields.IsNull("sliding_window")
            && (fields.OptionalNumber("max_window_layers") ?? FirstWindowedBlock) < blocks)
            fields.Problem("use_sliding_window", "is true; sliding-window attention is not implemented for this family");
    }

    private static void RefuseTypes(JsonFields fields, IReadOnlyList<string> types)
    {
        if (types.FirstOrDefault(type => type != LayerTypes.Full) is { } other)
            fields.Problem("layer_types", $"names '{other}'; this version computes {LayerTypes.Full} for this family");
    }
}
