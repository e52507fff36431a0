namespace EvalAwareness.Inference.Architectures;

/// <summary>The norms around the two halves of a block, by their names; one after a half stands before its residual is added.</summary>
/// <param name="BeforeAttention">Of what attention reads.</param>
/// <param name="AfterAttention">Of what attention writes; null for none.</param>
/// <param name="BeforeMlp">Of what the MLP reads.</param>
/// <param name="AfterMlp">Of what the MLP writes; null for none.</param>
internal sealed record BlockNorms(string BeforeAttention, string? AfterAttention, string BeforeMlp, string? AfterMlp)
{
    /// <summary>Pre-norm: what stands after attention is the MLP's own.</summary>
    public static readonly BlockNorms BeforeEachHalf = new("input_layernorm", null, "post_attention_layernorm", null);

    /// <summary>Before and after both halves.</summary>
    public static readonly BlockNorms AroundEachHalf =
        new("input_layernorm", "post_attention_layernorm", "pre_feedforward_layernorm", "post_feedforward_layernorm");
}
