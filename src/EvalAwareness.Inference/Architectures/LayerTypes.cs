using EvalAwareness.Inference.Checkpoints;

namespace EvalAwareness.Inference.Architectures;

/// <summary>Which blocks see everything before them and which a window: <c>layer_types</c>, or a pattern.</summary>
internal static class LayerTypes
{
    public const string Full = "full_attention";
    public const string Sliding = "sliding_attention";

    /// <returns>For each block whether it sees a window only.</returns>
    public static IReadOnlyList<bool> ReadSliding(JsonFields fields, int blocks, int defaultPattern) =>
        fields.Strings("layer_types") is { } types ? FromNames(fields, types, blocks) : FromPattern(Pattern(fields, defaultPattern), blocks);

    /// <summary>One block in so many sees everything, the last of each group.</summary>
    public static IReadOnlyList<bool> FromPattern(int pattern, int blocks) =>
        [.. Enumerable.Range(1, blocks).Select(block => pattern == 0 || block % pattern != 0)];

    public static IEnumerable<string> Names(IEnumerable<bool> sliding) => sliding.Select(slides => slides ? Sliding : Full);

    // transformers writes the pattern it read with an underscore.
    private static int Pattern(JsonFields fields, int defaultPattern) =>
        fields.PositiveInt("sliding_window_pattern", fields.PositiveInt("_sliding_window_pattern", defaultPattern));

    private static bool[] FromNames(JsonFields fields, IReadOnlyList<string> types, int blocks)
    {
        if (types.FirstOrDefault(type => type is not (Full or Sliding)) is { } unknown)
            fields.Problem("layer_types", $"names '{unknown}'; this version computes {Full} and {Sliding}");
        // A trunk that was cut off at block K may keep the list of the whole model.
        if (types.Count < blocks)
            fields.Problem("layer_types", $"names {types.Count} blocks; num_hidden_layers is {blocks}");
        return [.. types.Take(blocks).Select(type => type == Sliding)];
    }
}
