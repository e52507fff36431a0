using EvalAwareness.Core;

namespace EvalAwareness.Inference.Tests.Architectures;

public sealed class RefusalTests
{
    private const string Shape = """
        "hidden_size": 64, "intermediate_size": 96, "num_hidden_layers": 4, "num_attention_heads": 4, "num_key_value_heads": 2,
        "head_dim": 16, "vocab_size": 600, "max_position_embeddings": 128, "rms_norm_eps": 1e-06
        """;

    private const string Theta = "\"rope_theta\": 10000";

    private const string Llama3 = "\"rope_type\": \"llama3\", \"low_freq_factor\": 1, \"original_max_position_embeddings\": 64";

    [Theory]
    [InlineData("qwen2", Theta + ", \"rope_scaling\": {\"rope_type\": \"yarn\", \"factor\": 4}", "rope_scaling.rope_type is 'yarn'; this version computes default, linear, llama3")]
    [InlineData("qwen2", Theta + ", \"rope_scaling\": {\"type\": \"dynamic\", \"factor\": 4}", "rope_scaling.rope_type is 'dynamic'")]
    [InlineData("qwen3", "\"rope_parameters\": {\"rope_theta\": 10000, \"rope_type\": \"longrope\"}", "rope_parameters.rope_type is 'longrope'")]
    [InlineData("qwen3", "\"rope_parameters\": {\"rope_type\": \"default\"}", "rope_parameters.rope_theta is missing")]
    [InlineData("llama", "\"rope_parameters\": {\"rope_theta\": 10000, \"partial_rotary_factor\": 0.5}", "rope_parameters.partial_rotary_factor is 0.5; this version computes 1")]
    [InlineData("llama", Theta + ", \"partial_rotary_factor\": 0.25", "partial_rotary_factor is 0.25; this version computes 1")]
    [InlineData("llama", Theta + ", \"rope_scaling\": {\"rope_type\": \"default\"}, \"rope_parameters\": {\"rope_theta\": 1}", "rope_parameters stands beside rope_scaling")]
    [InlineData("llama", Theta + ", \"rope_scaling\": {\"factor\": 8}", "rope_scaling.rope_type is missing")]
    [InlineData("llama", Theta + ", \"rope_scaling\": {" + Llama3 + ", \"high_freq_factor\": 4}", "rope_scaling.factor is missing")]
    [InlineData("llama", Theta + ", \"rope_scaling\": {" + Llama3 + ", \"factor\": 8, \"high_freq_factor\": 1}", "rope_scaling.high_freq_factor is 1; it must exceed low_freq_factor 1")]
    [InlineData("llama", Theta + ", \"rope_scaling\": \"llama3\"", "rope_scaling is \"llama3\"; expected an object")]
    [InlineData("llama", "\"hidden_act\": \"silu\"", "rope_theta is missing")]
    [InlineData("llama", Theta + ", \"attention_bias\": true", "attention_bias is true; this version computes false")]
    [InlineData("llama", Theta + ", \"mlp_bias\": true", "mlp_bias is true; this version computes false")]
    [InlineData("qwen3", Theta + ", \"attention_bias\": true", "attention_bias is true; this version computes false")]
    [InlineData("qwen3", Theta + ", \"num_experts\": 128", "num_experts is set; this version does not compute it")]
    [InlineData("llama", Theta + ", \"quantization_config\": {\"bits\": 4}", "quantization_config is set; this version does not compute it")]
    [InlineData("qwen2", Theta + ", \"is_causal\": false", "is_causal is false; this version computes true")]
    [InlineData("qwen2", Theta + ", \"use_sliding_window\": true, \"max_window_layers\": 2", "use_sliding_window is true; sliding-window attention is not implemented for this family")]
    [InlineData("qwen3", Theta + ", \"layer_types\": [\"full_attention\", \"sliding_attention\"]", "layer_types names 'sliding_attention'; this version computes full_attention")]
    [InlineData("gemma3_text", "\"hidden_activation\": \"gelu\"", "hidden_activation is 'gelu'; this version computes gelu_pytorch_tanh")]
    [InlineData("gemma3_text", "\"attn_logit_softcapping\": 50.0", "attn_logit_softcapping is set; this version does not compute it")]
    [InlineData("gemma3_text", "\"final_logit_softcapping\": 30.0", "final_logit_softcapping is set; this version does not compute it")]
    [InlineData("gemma3_text", "\"use_bidirectional_attention\": true", "use_bidirectional_attention is true; this version computes false")]
    [InlineData("gemma3_text", "\"layer_types\": [\"full_attention\"]", "layer_types names 1 blocks; num_hidden_layers is 4")]
    [InlineData("gemma3_text", "\"layer_types\": [\"chunked_attention\", \"full_attention\", \"full_attention\", \"full_attention\"]", "layer_types names 'chunked_attention'")]
    [InlineData("gemma3_text", "\"layer_types\": \"all\"", "layer_types is \"all\"; expected a list of strings")]
    [InlineData("gemma3_text", "\"sliding_window\": 0", "sliding_window is 0; expected a positive number")]
    [InlineData("gemma3_text", "\"rope_parameters\": {\"rope_theta\": 10000, \"sliding_attention\": {}}", "rope_parameters.full_attention is missing")]
    [InlineData("gemma3_text", "\"rope_parameters\": {\"full_attention\": {\"rope_type\": \"yarn\"}, \"sliding_attention\": {}}", "rope_parameters.full_attention.rope_type is 'yarn'")]
    public void What_would_change_the_result_and_is_not_computed_is_refused_by_name(string family, string fields, string problem) =>
        Assert.Contains(problem, Problems($"\"model_type\": \"{family}\", {Shape}, {fields}").Single());

    [Theory]
    [InlineData("\"head_dim\": 16", "\"head_dim\": 15", "head_dim is 15; rotary positions turn pairs of features, so it must be even")]
    [InlineData("\"head_dim\": 16,", "", "head_dim is missing")]
    [InlineData("\"head_dim\": 16", "\"head_dim\": 1.5", "head_dim is 1.5; expected a positive integer")]
    [InlineData("\"num_hidden_layers\": 4", "\"num_hidden_layers\": 2000000000", "num_hidden_layers is 2000000000; expected at most 1000")]
    [InlineData("\"rms_norm_eps\": 1e-06", "\"rms_norm_eps\": \"small\"", "rms_norm_eps is \"small\"; expected a positive number")]
    public void A_shape_that_cannot_be_is_refused(string from, string to, string problem) =>
        Assert.Contains(problem, Problems($"\"model_type\": \"qwen3\", {Theta}, {Shape.Replace(from, to)}").Single());

    [Fact]
    public void A_window_that_is_switched_on_without_effect_is_no_problem()
    {
        // transformers begins at block 28 unless told otherwise, and leaves it at that without a width.
        Assert.Null(TextConfiguration.Read($"\"model_type\": \"qwen2\", {Shape}, {Theta}, \"use_sliding_window\": true").WindowOf(3));
        Assert.Null(TextConfiguration.Read($"\"model_type\": \"qwen2\", {Shape}, {Theta}, \"use_sliding_window\": true, \"max_window_layers\": 0, \"sliding_window\": null").WindowOf(3));
    }

    [Fact]
    public void Problems_inside_a_wrapper_are_told_with_their_path_and_all_at_once()
    {
        var problems = Problems("""
            "model_type": "gemma3", "quantization_config": {}, "tie_word_embeddings": false,
            "text_config": {"model_type": "gemma2", "hidden_size": -1, "final_logit_softcapping": 30.0, "tie_word_embeddings": true, "dtype": "int4"}
            """);

        Assert.Equal(6, problems.Count);
        Assert.Contains(problems, problem => problem.Contains("text_config.model_type is 'gemma2'; this version computes gemma3_text"));
        Assert.Contains(problems, problem => problem.EndsWith("config.json: text_config.hidden_size is -1; expected a positive number.", StringComparison.Ordinal));
        Assert.Contains(problems, problem => problem.Contains("text_config.final_logit_softcapping is set"));
        Assert.Contains(problems, problem => problem.Contains("text_config.dtype is 'int4'"));
        Assert.Contains(problems, problem => problem.Contains("tie_word_embeddings contradicts text_config.tie_word_embeddings"));
        Assert.Contains(problems, problem => problem.Contains("quantization_config is set"));
        Assert.Contains("text_config is missing", Problems("\"model_type\": \"gemma3\"").Single());
    }

    private static IReadOnlyList<string> Problems(string fields) =>
        Assert.Throws<RefusedException>(() => TextConfiguration.Read(fields)).Problems;
}
