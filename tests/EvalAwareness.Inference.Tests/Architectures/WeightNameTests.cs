using EvalAwareness.Core;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Tests.Checkpoints;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Safetensors;

namespace EvalAwareness.Inference.Tests.Architectures;

public sealed class WeightNameTests
{
    [Fact]
    public void Each_family_has_its_own_tensors()
    {
        Assert.Equal(3, Count("qwen2", ".bias"));
        Assert.Equal(0, Count("qwen3", ".bias") + Count("llama", ".bias") + Count("gemma3_text", ".bias"));
        Assert.Equal((2, 4, 2, 6), (Count("qwen2", "norm.weight"), Count("qwen3", "norm.weight"), Count("llama", "norm.weight"), Count("gemma3_text", "norm.weight")));

        static int Count(string family, string ending) =>
            WeightNames.OfTrunk(TinyArchitectures.Named(family) with { Blocks = 1 }).Count(pair => pair.Key.EndsWith(ending, StringComparison.Ordinal));
    }

    [Fact]
    public void Heads_may_be_wider_together_than_the_residual_stream()
    {
        var shapes = WeightNames.OfTrunk(TinyArchitectures.Qwen3).ToDictionary();

        Assert.Equal([24, 16], shapes["model.layers.0.self_attn.q_proj.weight"]);
        Assert.Equal([12, 16], shapes["model.layers.0.self_attn.v_proj.weight"]);
        Assert.Equal([16, 24], shapes["model.layers.0.self_attn.o_proj.weight"]);
        Assert.Equal([6], shapes["model.layers.0.self_attn.k_norm.weight"]);
    }

    [Theory]
    [InlineData("language_model.model.", "vision_tower.vision_model.post_layernorm.weight", "multi_modal_projector.mm_soft_emb_norm.weight")]
    [InlineData("model.language_model.", "model.vision_tower.vision_model.post_layernorm.weight", "model.multi_modal_projector.mm_soft_emb_norm.weight")]
    public void A_gemma_in_its_wrapper_is_the_gemma_inside(string prefix, params string[] images)
    {
        using var checkpoint = new TinyCheckpoint(TinyArchitectures.Gemma3);
        var plain = Load(checkpoint);
        Rewrite(checkpoint, name => prefix + name["model.".Length..], images);

        Assert.Equal(plain, Load(checkpoint));
    }

    [Fact]
    public void What_a_wrapper_holds_beyond_text_and_images_is_refused()
    {
        using var checkpoint = new TinyCheckpoint(TinyArchitectures.Gemma3);
        Rewrite(checkpoint, name => "language_model." + name, ["language_model.model.layers.9.mlp.up_proj.weight", "audio_tower.weight"]);

        var problems = Assert.Throws<RefusedException>(() => Load(checkpoint)).Problems;
        Assert.Equal(2, problems.Count);
        Assert.Contains(problems, problem => problem.Contains("left-over tensor language_model.model.layers.9.mlp.up_proj.weight"));
        Assert.Contains(problems, problem => problem.Contains("left-over tensor audio_tower.weight"));
    }

    [Fact]
    public void A_tensor_that_stands_there_under_two_names_is_refused()
    {
        using var checkpoint = new TinyCheckpoint(TinyArchitectures.Gemma3);
        Rewrite(checkpoint, name => name, ["language_model.model.norm.weight"]);

        Assert.Contains("model.norm.weight stands there twice", Assert.Throws<RefusedException>(() => Load(checkpoint)).Message);
    }

    [Fact]
    public void Other_families_have_no_wrapper()
    {
        using var checkpoint = new TinyCheckpoint(TinyArchitectures.Llama);
        Rewrite(checkpoint, name => name, ["vision_tower.weight"]);

        Assert.Contains("left-over tensor vision_tower.weight", Assert.Throws<RefusedException>(() => Load(checkpoint)).Message);
    }

    [Theory]
    [MemberData(nameof(TinyArchitectures.Names), MemberType = typeof(TinyArchitectures))]
    public void A_tied_head_may_be_written_again_and_an_untied_one_must_be_there(string family)
    {
        using var tied = new TinyCheckpoint(TinyArchitectures.Named(family) with { TiedEmbeddings = true });
        var plain = Load(tied);
        Rewrite(tied, name => name, [WeightNames.Head]);
        Assert.Equal(plain, Load(tied));

        using var untied = new TinyCheckpoint(TinyArchitectures.Named(family) with { TiedEmbeddings = false });
        untied.WriteWeights(untied.Weights.Keys.Where(name => name != WeightNames.Head));
        Assert.Contains("missing tensor lm_head.weight", Assert.Throws<RefusedException>(() => Load(untied)).Message);
    }

    /// <summary>Every value that is loaded, by plain name.</summary>
    private static SortedDictionary<string, float[]> Load(TinyCheckpoint checkpoint)
    {
        using var scope = TensorScope.Enter();
        using var file = WeightFile.Open(checkpoint.Folder, checkpoint.Configuration);
        var weights = file.Load(WeightNames.OfLanguageModel(checkpoint.Configuration), ScalarType.Float32, Device.Cpu);
        return new(weights.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray<float>()));
    }

    private static void Rewrite(TinyCheckpoint checkpoint, Func<string, string> stored, string[] more)
    {
        using var scope = TensorScope.Enter();
        var shapes = WeightNames.OfLanguageModel(checkpoint.Configuration).ToDictionary();
        var tensors = checkpoint.Weights.ToDictionary(pair => stored(pair.Key), pair => Tensor.From(pair.Value, shapes[pair.Key]));
        foreach (var name in more)
            tensors.Add(name, Tensor.From([1f, 2], [2]));
        SafetensorsWriter.Write(Path.Combine(checkpoint.Folder, "model.safetensors"), tensors);
    }
}
