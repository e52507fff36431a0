using EvalAwareness.Core;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Torch;

namespace EvalAwareness.Inference.Tests.Checkpoints;

public sealed class CheckpointRefusalTests : IDisposable
{
    private readonly TinyCheckpoint _checkpoint = new();

    public void Dispose() => _checkpoint.Dispose();

    [Theory]
    [InlineData("\"model_type\": \"qwen2\"", "\"model_type\": \"mamba\"", "model_type is 'mamba'; this version reads qwen2, qwen3, llama, gemma3_text and gemma3")]
    [InlineData("\"hidden_size\": 16", "\"hidden_size\": \"wide\"", "hidden_size is \"wide\"; expected a positive number")]
    [InlineData("\"hidden_size\": 16,", "", "hidden_size is missing")]
    [InlineData("\"num_attention_heads\": 4", "\"num_attention_heads\": 5", "num_attention_heads 5 does not divide hidden_size 16")]
    [InlineData("\"num_key_value_heads\": 2", "\"num_key_value_heads\": 3", "num_key_value_heads 3 does not divide num_attention_heads 4")]
    [InlineData("\"num_hidden_layers\": 2", "\"num_hidden_layers\": -2", "num_hidden_layers is -2; expected a positive number")]
    [InlineData("\"hidden_act\": \"silu\"", "\"hidden_act\": \"relu\"", "hidden_act is 'relu'; this version computes silu")]
    [InlineData("\"use_sliding_window\": false", "\"use_sliding_window\": true, \"max_window_layers\": 1", "sliding-window attention is not implemented")]
    [InlineData("\"rope_theta\": 10000", "\"rope_theta\": 10000, \"rope_scaling\": {\"type\": \"yarn\"}", "rope_scaling.rope_type is 'yarn'; this version computes default, linear, llama3")]
    [InlineData("\"torch_dtype\": \"float32\"", "\"torch_dtype\": \"int4\"", "torch_dtype is 'int4'; expected bfloat16, float16 or float32")]
    [InlineData("\"vocab_size\": 600", "\"vocab_size\": 10", "tokenizer.json has 600 tokens, config.json embeds only 10")]
    [InlineData("\"model_type\": \"qwen2\"", "\"model_type\": \"\\ud83d\"", "config.json: model_type is not valid Unicode")]
    [InlineData("\"hidden_size\": 16,", "\"hidden_size\": 16, \"\\ud83d\": 1,", "is not valid Unicode")]
    [InlineData("\"model_type\": \"qwen2\"", "\"model_type\": \"qwen2\", \"layer_types\": [\"\\ud83d\"]", "config.json: layer_types is not valid Unicode")]
    [InlineData("{", "", "no JSON")]
    public void A_configuration_that_cannot_be_computed_is_refused(string from, string to, string problem)
    {
        _checkpoint.Edit("config.json", from, to);
        Assert.Contains(problem, Assert.Throws<RefusedException>(() => Checkpoint.Open(_checkpoint.Folder)).Message);
    }

    [Fact]
    public void All_problems_of_a_configuration_are_reported_at_once()
    {
        _checkpoint.Edit("config.json", "\"hidden_size\": 16,", "");
        _checkpoint.Edit("config.json", "\"vocab_size\": 600,", "");
        Assert.Equal(2, Assert.Throws<RefusedException>(() => Checkpoint.Open(_checkpoint.Folder)).Problems.Count);
    }

    [Fact]
    public void Bytes_that_are_no_text_are_refused()
    {
        var path = Path.Combine(_checkpoint.Folder, "config.json");
        File.WriteAllBytes(path, [.. "{\"model_type"u8, 0xc3, .. File.ReadAllBytes(path)]);
        Assert.Equal($"{path}: no JSON (it is not valid UTF-8).", Assert.Throws<RefusedException>(() => Checkpoint.Open(_checkpoint.Folder)).Message);
    }

    [Fact]
    public void Missing_and_left_over_tensors_are_all_listed()
    {
        _checkpoint.WriteWeights(_checkpoint.Weights.Keys.Except(["model.norm.weight", "model.layers.0.mlp.up_proj.weight"]));
        var problems = Assert.Throws<RefusedException>(() => Load(_checkpoint.Configuration with { TiedEmbeddings = false })).Problems;
        Assert.Equal(3, problems.Count);
        Assert.Contains(problems, problem => problem.Contains("missing tensor model.layers.0.mlp.up_proj.weight"));

        var fewer = Assert.Throws<RefusedException>(() => Load(_checkpoint.Configuration with { Blocks = 1 })).Problems;
        Assert.Contains(fewer, problem => problem.Contains("left-over tensor model.layers.1.self_attn.q_proj.weight"));
    }

    [Fact]
    public void A_tensor_of_another_shape_is_named_with_both()
    {
        var problems = Assert.Throws<RefusedException>(() => Load(_checkpoint.Configuration with { IntermediateSize = 25 })).Problems;
        Assert.Contains(problems, problem => problem.Contains("model.layers.0.mlp.gate_proj.weight has shape [24, 16], config.json needs [25, 16]"));
    }

    [Fact]
    public void Missing_folders_and_files_are_named()
    {
        Assert.Contains("no such folder", Assert.Throws<RefusedException>(() => Checkpoint.Open("/nowhere/at/all")).Message);
        File.Delete(Path.Combine(_checkpoint.Folder, "model.safetensors"));
        Assert.Contains("model.safetensors: the file does not exist", Assert.Throws<RefusedException>(() => Load(_checkpoint.Configuration)).Message);
        File.Delete(Path.Combine(_checkpoint.Folder, "config.json"));
        Assert.Contains("config.json: the file does not exist", Assert.Throws<RefusedException>(() => Checkpoint.Open(_checkpoint.Folder)).Message);
    }

    [Fact]
    public void Truncated_weights_are_refused()
    {
        var path = Path.Combine(_checkpoint.Folder, "model.safetensors");
        var bytes = File.ReadAllBytes(path);
        File.WriteAllBytes(path, bytes[..^100]);
        Assert.Contains("truncated", Assert.Throws<RefusedException>(() => Load(_checkpoint.Configuration)).Message);
    }

    [Fact]
    public void What_was_loaded_before_a_failure_is_let_go()
    {
        using var file = WeightFile.Open(_checkpoint.Folder, _checkpoint.Configuration);
        var before = Tensor.LiveCount;
        Assert.Throws<RefusedException>(() => file.Load([WeightNames.Embedding, WeightNames.FinalNorm, "nothing"], ScalarType.BFloat16, Device.Cpu));
        Assert.Equal(before, Tensor.LiveCount);
    }

    [Fact]
    public void A_checkpoint_without_stop_tokens_is_refused()
    {
        File.Delete(Path.Combine(_checkpoint.Folder, "generation_config.json"));
        Assert.Contains("declares eos_token_id", Assert.Throws<RefusedException>(() => StopTokens.Read(_checkpoint.Folder)).Message);
    }

    [Theory]
    [InlineData(2)]
    [InlineData(-1)]
    public void A_target_has_the_block_that_is_read(int layer)
    {
        var refusal = Assert.Throws<RefusedException>(() => TargetModel.Load(Checkpoint.Open(_checkpoint.Folder), layer, TinyCheckpoint.Float32, trainedOn: null));
        Assert.Equal($"{Path.Combine(_checkpoint.Folder, "config.json")}: num_hidden_layers is 2; there is no block {layer}.", refusal.Message);
    }

    [Theory]
    [InlineData("cpu", "int8", "dtype 'int8' is unknown")]
    [InlineData("tpu", "auto", "'tpu' is no device")]
    public void Unknown_devices_and_types_are_refused(string device, string type, string problem) =>
        Assert.Contains(problem, Assert.Throws<RefusedException>(() => ComputeOptions.Parse(device, type)).Message);

    private void Load(DecoderConfiguration configuration)
    {
        using var file = WeightFile.Open(_checkpoint.Folder, configuration);
        file.Load(WeightNames.OfLanguageModel(configuration), TinyCheckpoint.Float32.Type, TinyCheckpoint.Float32.Device);
    }
}
