using EvalAwareness.Core.Progress;
using EvalAwareness.Core.Randomness;
using EvalAwareness.Inference.Architectures;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Decoding;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Torch;
using EvalAwareness.Torch.Autograd;
using EvalAwareness.Training.Nla;
using EvalAwareness.Training.Optimization;
using EvalAwareness.Training.Organism;
using EvalAwareness.Training.WarmStart;

namespace EvalAwareness.Training.Tests.WarmStart;

/// <summary>The decoder that is trained is the one that is run: every family learns, and each of its tensors takes part.</summary>
public sealed class FamilyTaskTests(TinyOrganism organism) : IClassFixture<TinyOrganism>, IDisposable
{
    private const int Steps = 40;

    private readonly string _training = Directory.CreateTempSubdirectory("training").FullName;

    public void Dispose() => Directory.Delete(_training, recursive: true);

    [Theory]
    [InlineData("qwen3", ScalarType.Float32)]
    [InlineData("llama", ScalarType.Float32)]
    [InlineData("gemma3_text", ScalarType.Float32)]
    [InlineData("gemma3_text", ScalarType.BFloat16)]
    public void A_verbalizer_of_any_family_learns(string family, ScalarType type)
    {
        var architecture = Architecture(family);
        using var rotary = new RotaryTable(architecture, type, Device.Cpu);
        using var weights = RandomWeights.Of(WeightNames.OfLanguageModel(architecture));
        var before = weights.ByName.ToDictionary(pair => pair.Key, pair => pair.Value.ToArray<float>());
        var task = Task(architecture, weights, rotary);
        var untaught = Loss(task);

        new Trainer(_training, new() { Steps = Steps, LearningRate = 3e-3, Batch = 4, Warmup = 5 }, SilentProgress.Instance).Run(task, CancellationToken.None);

        Assert.InRange(Loss(task), 0, 0.7 * untaught);
        Assert.All(weights.ByName, pair => Assert.NotEqual(before[pair.Key], pair.Value.ToArray<float>()));
    }

    private DecoderConfiguration Architecture(string family)
    {
        var shape = organism.Recipe.Architecture with { ModelType = family, HeadSize = 24 };
        return family switch
        {
            "llama" => shape with { Rotary = new(500_000, new Llama3Scaling(8, 1, 4, 64)) },
            "gemma3_text" => shape with { LocalRotary = new(1_000), SlidingWindow = 16, SlidingBlocks = [true, false, true] },
            _ => shape,
        };
    }

    private VerbalizerTask Task(DecoderConfiguration architecture, MasterWeights weights, RotaryTable rotary)
    {
        var random = new KeyedRandom(1, "vectors");
        var examples = new[] { "red", "seven", "a mail", "the end" }.Select(word => new WarmStartExample(
            [.. Enumerable.Range(0, architecture.HiddenSize).Select(_ => (float)random.NextGaussian())], $"A\n\nEnds {word}")).ToList();
        var recipe = organism.Recipe with { Architecture = architecture };
        var folders = new NlaFolders(recipe.Nla(organism.Folder), ActivationStatistics.Of([.. examples.Select(example => example.Vector)]));
        return new(folders.Verbalizer(weights, rotary), new SummaryImportance(HuggingFaceTokenizer.Load(organism.Folder.Target)), _ => examples);
    }

    private static double Loss(VerbalizerTask task)
    {
        using var scope = TensorScope.Enter();
        using var off = GradMode.Disabled();
        return task.Loss(0).Item();
    }
}
