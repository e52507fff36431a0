namespace EvalAwareness.Inference.Architectures;

/// <summary>The names of Gemma 3's tensors where the text model is wrapped with an image tower; transformers 4.52 moved them.</summary>
internal static class Gemma3Names
{
    private static readonly (string Stored, string Plain)[] Wrapped =
    [
        ("model.language_model.", "model."),
        ("language_model.model.", "model."),
        ("language_model.lm_head.", "lm_head."),
    ];

    private static readonly string[] OfImages =
        ["vision_tower.", "multi_modal_projector.", "model.vision_tower.", "model.multi_modal_projector."];

    /// <summary>The name without its wrapper; null for a tensor of the image tower or its projection.</summary>
    public static string? Plain(string stored)
    {
        if (OfImages.Any(prefix => stored.StartsWith(prefix, StringComparison.Ordinal)))
            return null;
        var wrapped = Wrapped.FirstOrDefault(names => stored.StartsWith(names.Stored, StringComparison.Ordinal));
        return wrapped.Stored is null ? stored : wrapped.Plain + stored[wrapped.Stored.Length..];
    }
}
