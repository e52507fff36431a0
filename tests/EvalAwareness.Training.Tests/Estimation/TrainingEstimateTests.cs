using EvalAwareness.Training.Documents;
using EvalAwareness.Training.Estimation;
using EvalAwareness.Training.Nla;

namespace EvalAwareness.Training.Tests.Estimation;

/// <summary>From a config.json alone, the figures that are known of a model of 7 B parameters.</summary>
public sealed class TrainingEstimateTests : IDisposable
{
    private const string SevenB = """
        { "model_type": "qwen2", "hidden_size": 3584, "intermediate_size": 18944, "num_hidden_layers": 28, "num_attention_heads": 28,
          "num_key_value_heads": 4, "vocab_size": 152064, "max_position_embeddings": 32768, "rms_norm_eps": 1e-6, "rope_theta": 1000000 }
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("7b");

    public TrainingEstimateTests() => File.WriteAllText(Path.Combine(_folder.FullName, "config.json"), SevenB);

    public void Dispose() => _folder.Delete(recursive: true);

    [Fact]
    public void The_warm_start_of_a_large_model_is_added_up()
    {
        var rows = new TrainingEstimate(Recipe(), CorpusScale.Assumed(new DocumentOptions { Seed = 1 })).WarmStart();

        Assert.Equal(7_615_616_512, Value(rows, "verbalizer", "parameters"));
        // Embedding, 21 blocks and a square head.
        Assert.Equal(545_000_000 + 21 * 233_057_792.0 + 12_845_056, Value(rows, "reconstructor", "parameters"), 1e6);
        // Ten bytes a parameter for weights, gradients and the copy in bfloat16; four more for 6.526 B of the blocks, eight for the other 1.090 B.
        Assert.Equal(110.98, Value(rows, "verbalizer", "memory: weights, gradients, moments"), 0.01);
        Assert.Equal(500_000, Value(rows, "summaries", "questions to ask"));
        // 6 N a token, 256 sequences of 255 tokens, 1000 steps; N without the embedding table.
        Assert.Equal(6 * 7.0705e9 * 256 * 255 * 1000 / 1e12, Value(rows, "verbalizer", "operations"), 1e4);
        Assert.True(Value(rows, "this machine", "matrix products in bfloat16") > 0);
    }

    [Fact]
    public void Joint_training_holds_both_models_and_the_warm_start()
    {
        var recipe = Recipe();
        var scale = CorpusScale.Assumed(new DocumentOptions { Seed = 1, Limit = 10 });
        var (warmStart, joint) = (new TrainingEstimate(recipe, scale).WarmStart(), new TrainingEstimate(recipe, scale).Joint());

        var both = Value(warmStart, "verbalizer", "memory: weights, gradients, moments") + Value(warmStart, "reconstructor", "memory: weights, gradients, moments");
        Assert.Equal(both + 7.6156 * 6, Value(joint, "joint training", "memory: both models, moments, reference"), 0.01);
        Assert.Equal(10, joint.Single(row => row.What.StartsWith("documents (assumed", StringComparison.Ordinal)).Value);
    }

    private NlaRecipe Recipe() => CheckpointRecipe.For(_folder.FullName, layer: 20, "bfloat16", seed: 1);

    private static double Value(IReadOnlyList<EstimateRow> rows, string stage, string what) =>
        rows.Single(row => row.Stage == stage && row.What == what).Value;
}
