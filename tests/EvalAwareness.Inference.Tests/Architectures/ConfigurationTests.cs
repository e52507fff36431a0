using EvalAwareness.Inference.Architectures;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Tests.Architectures;

/// <summary>Configurations as they are released, in the notations of transformers 4 and 5.</summary>
public sealed class ConfigurationTests
{
    private const string Qwen2 = """
        "model_type": "qwen2", "hidden_size": 3584, "intermediate_size": 18944, "num_hidden_layers": 28, "num_attention_heads": 28,
        "num_key_value_heads": 4, "vocab_size": 152064, "max_position_embeddings": 32768, "rms_norm_eps": 1e-06, "hidden_act": "silu",
        "use_sliding_window": false, "sliding_window": 131072, "max_window_layers": 28, "tie_word_embeddings": false
        """;

    private const string Qwen3 = """
        "model_type": "qwen3", "attention_bias": false, "head_dim": 128, "hidden_size": 2560, "intermediate_size": 9728, "num_hidden_layers": 36,
        "num_attention_heads": 32, "num_key_value_heads": 8, "vocab_size": 151936, "max_position_embeddings": 40960, "rms_norm_eps": 1e-06,
        "hidden_act": "silu", "use_sliding_window": false, "sliding_window": null, "max_window_layers": 36, "tie_word_embeddings": true
        """;

    private const string Llama = """
        "model_type": "llama", "attention_bias": false, "mlp_bias": false, "hidden_size": 8192, "intermediate_size": 28672, "num_hidden_layers": 80,
        "num_attention_heads": 64, "num_key_value_heads": 8, "vocab_size": 128256, "max_position_embeddings": 131072, "rms_norm_eps": 1e-05,
        "hidden_act": "silu", "tie_word_embeddings": false, "pretraining_tp": 1
        """;

    private const string Llama3Rope = """
        "factor": 8.0, "low_freq_factor": 1.0, "high_freq_factor": 4.0, "original_max_position_embeddings": 8192, "rope_type": "llama3"
        """;

    [Theory]
    [InlineData(Qwen2, "\"rope_theta\": 1000000.0, \"torch_dtype\": \"bfloat16\"")]
    [InlineData(Qwen2, "\"rope_parameters\": {\"rope_theta\": 1000000.0, \"rope_type\": \"default\"}, \"dtype\": \"bfloat16\"")]
    [InlineData(Qwen2, "\"rope_theta\": 1000000.0, \"rope_scaling\": null, \"layer_types\": [\"full_attention\"]")]
    public void Qwen2_in_both_notations(string shape, string rest)
    {
        var configuration = TextConfiguration.Read($"{shape}, {rest}");

        Assert.Equal(
            (3584, 18944, 28, 28, 4, 128, 152064), (configuration.HiddenSize, configuration.IntermediateSize, configuration.Blocks,
                configuration.Heads, configuration.KeyValueHeads, configuration.HeadSize, configuration.VocabularySize));
        Assert.Equal((32768, 1e-6, 128.0), (configuration.ContextLength, configuration.NormEpsilon, configuration.QueryScalar));
        Assert.Equal(new RotaryFrequencies(1_000_000), configuration.RotaryOf(27));
        Assert.Equal((false, ScalarType.BFloat16, null), (configuration.TiedEmbeddings, configuration.StoredType, configuration.WindowOf(0)));
    }

    [Theory]
    [InlineData("\"rope_theta\": 1000000, \"rope_scaling\": null, \"torch_dtype\": \"bfloat16\"")]
    [InlineData("\"rope_parameters\": {\"rope_theta\": 1000000, \"rope_type\": \"default\"}, \"dtype\": \"bfloat16\"")]
    public void Qwen3_has_heads_of_its_own_width(string rest)
    {
        var configuration = TextConfiguration.Read($"{Qwen3}, {rest}");

        Assert.Equal((128, 4096, 128.0), (configuration.HeadSize, configuration.AttentionWidth, configuration.QueryScalar));
        Assert.Equal((true, new RotaryFrequencies(1_000_000)), (configuration.TiedEmbeddings, configuration.Rotary));
    }

    [Theory]
    [InlineData("\"rope_theta\": 500000.0, \"rope_scaling\": {" + Llama3Rope + "}")]
    [InlineData("\"head_dim\": 128, \"rope_parameters\": {\"rope_theta\": 500000.0, " + Llama3Rope + "}")]
    public void Llama_3_stretches_its_slow_frequencies(string rest)
    {
        var configuration = TextConfiguration.Read($"{Llama}, {rest}");

        Assert.Equal((8192, 128, 1e-5), (configuration.HiddenSize, configuration.HeadSize, configuration.NormEpsilon));
        Assert.Equal(new RotaryFrequencies(500_000, new Llama3Scaling(8, 1, 4, 8192)), configuration.Rotary);
    }

    [Theory]
    [InlineData(12, 3840, 15360, 48, 16, 8, 256, 256.0)]
    [InlineData(27, 5376, 21504, 62, 32, 16, 128, 168.0)]
    public void The_sparse_gemma_3_of_the_releases_is_filled_in_as_transformers_does(
        int billions, int width, int mlp, int blocks, int heads, int keyValueHeads, int headSize, double queryScalar)
    {
        var own = billions == 27 ? ", \"head_dim\": 128, \"query_pre_attn_scalar\": 168" : "";
        var configuration = TextConfiguration.Read($$"""
            "model_type": "gemma3", "torch_dtype": "bfloat16", "eos_token_id": [1, 106], "vision_config": {"model_type": "siglip_vision_model"},
            "text_config": {"model_type": "gemma3_text", "hidden_size": {{width}}, "intermediate_size": {{mlp}}, "num_hidden_layers": {{blocks}},
                "num_attention_heads": {{heads}}, "num_key_value_heads": {{keyValueHeads}}, "sliding_window": 1024,
                "rope_scaling": {"factor": 8.0, "rope_type": "linear"}{{own}}}
            """);

        Assert.Equal(("gemma3_text", width, blocks, headSize, queryScalar), (configuration.ModelType, configuration.HiddenSize, configuration.Blocks, configuration.HeadSize, configuration.QueryScalar));
        Assert.Equal((262_208, 131_072, 1e-6, true), (configuration.VocabularySize, configuration.ContextLength, configuration.NormEpsilon, configuration.TiedEmbeddings));
        Assert.Equal(ScalarType.BFloat16, configuration.StoredType);
        // Five sliding blocks, then one that sees everything.
        Assert.Equal([1024, 1024, 1024, 1024, 1024, null, 1024], Enumerable.Range(0, 7).Select(configuration.WindowOf));
        Assert.Equal(new RotaryFrequencies(10_000), configuration.RotaryOf(0));
        Assert.Equal(new RotaryFrequencies(1_000_000, new LinearScaling(8)), configuration.RotaryOf(5));
    }

    [Fact]
    public void The_smallest_released_gemma_3_leaves_out_heads_too()
    {
        var configuration = TextConfiguration.Read("""
            "model_type": "gemma3", "torch_dtype": "bfloat16", "text_config": {"model_type": "gemma3_text", "hidden_size": 2560,
                "intermediate_size": 10240, "num_hidden_layers": 34, "sliding_window": 1024, "rope_scaling": {"factor": 8.0, "rope_type": "linear"}}
            """);

        Assert.Equal((8, 4, 256), (configuration.Heads, configuration.KeyValueHeads, configuration.HeadSize));
    }

    [Theory]
    [InlineData("\"sliding_window_pattern\": 3, \"rope_theta\": 1000000, \"rope_local_base_freq\": 20000")]
    [InlineData("\"_sliding_window_pattern\": 3, \"rope_local_base_freq\": 20000")]
    [InlineData("\"layer_types\": [\"sliding_attention\", \"sliding_attention\", \"full_attention\", \"sliding_attention\"], \"rope_local_base_freq\": 20000")]
    [InlineData("""
        "sliding_window_pattern": 3,
        "rope_parameters": {"full_attention": {"rope_type": "default", "rope_theta": 1000000}, "sliding_attention": {"rope_type": "default", "rope_theta": 20000}}
        """)]
    public void Gemma_3_says_in_four_ways_which_blocks_slide_and_how_they_turn(string rest)
    {
        var configuration = TextConfiguration.Read($"\"model_type\": \"gemma3_text\", \"num_hidden_layers\": 4, \"sliding_window\": 512, {rest}");

        Assert.Equal([512, 512, null, 512], Enumerable.Range(0, 4).Select(configuration.WindowOf));
        Assert.Equal(new RotaryFrequencies(20_000), configuration.RotaryOf(1));
        Assert.Equal(new RotaryFrequencies(1_000_000), configuration.RotaryOf(2));
    }

    [Theory]
    [MemberData(nameof(TinyArchitectures.Names), MemberType = typeof(TinyArchitectures))]
    public void What_is_written_is_read_again(string family)
    {
        var folder = Directory.CreateTempSubdirectory("configuration").FullName;
        var written = TinyArchitectures.Named(family);
        ConfigurationFile.Write(folder, written);
        var read = ConfigurationFile.Read(folder);
        Directory.Delete(folder, recursive: true);

        Assert.Equal(written.SlidingBlocks, read.SlidingBlocks);
        Assert.Equal(Plain(written), Plain(read));

        // Records compare lists by identity, and a default by whether it was spelled out.
        static DecoderConfiguration Plain(DecoderConfiguration configuration) => configuration with
        {
            SlidingBlocks = Array.Empty<bool>(),
            HeadSize = configuration.HeadSize,
            QueryScalar = configuration.QueryScalar,
        };
    }
}
