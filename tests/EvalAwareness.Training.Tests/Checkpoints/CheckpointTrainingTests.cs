using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Models;
using EvalAwareness.Core.Progress;
using EvalAwareness.Inference;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Torch;
using EvalAwareness.Training.Activations;
using EvalAwareness.Training.Documents;
using EvalAwareness.Training.Nla;
using EvalAwareness.Training.Organism;
using EvalAwareness.Training.Reinforcement;
using EvalAwareness.Training.Summaries;
using EvalAwareness.Training.WarmStart;

namespace EvalAwareness.Training.Tests.Checkpoints;

/// <summary>The whole way of a checkpoint that somebody brings: corpus, activations, summaries, warm start, joint training, and a pair that loads.</summary>
public sealed class CheckpointTrainingTests(TinyOrganism organism) : IClassFixture<TinyOrganism>
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_corpus_and_summaries_make_a_pair_that_loads()
    {
        using var corpus = new SmallCorpus();
        var recipe = Recipe();
        await CaptureAsync(corpus, recipe);
        var counts = await new SummaryStage(corpus.Folder, SilentProgress.Instance).ImportAsync(corpus.WriteSummaries(), Stop);
        using var data = new StoredNlaData(corpus.Folder);
        var warmStart = new WarmStartTraining(recipe, corpus.Folder, data, SilentProgress.Instance);
        var verbalizer = warmStart.RunVerbalizer(Stop);
        var reconstructor = warmStart.RunReconstructor(Stop);
        var joint = new ReinforcementTraining(recipe, corpus.Folder, data, SilentProgress.Instance).Run(Stop);

        Assert.Equal((counts.Wanted, 0), (counts.Kept, counts.Missing));
        Assert.InRange(verbalizer.Recent, 0, 1);
        Assert.InRange(reconstructor.Recent, 0, reconstructor.Points[0].Loss - 0.3);
        Assert.Equal(reconstructor.Recent, warmStart.RunReconstructor(Stop).Recent, 1e-3);
        Assert.Equal(recipe.Reinforcement.Steps, joint.Rollouts.Count);
        Assert.All(joint.Profile, row => Assert.True(row is { Sampling: > 0, Scoring: > 0, PolicyUpdate: > 0, ReconstructorUpdate: > 0, TokensPerSecond: > 0 }));
        foreach (var pair in (NlaFolder[])[corpus.Folder.WarmStart, corpus.Folder.Nla])
            Explain(recipe.Target, pair, data.Activations(DataSplit.HeldOut).At(0, 4));
    }

    /// <summary>Loads the pair as an audit would, and puts activations into words that it reads back.</summary>
    private static void Explain(string target, NlaFolder pair, IReadOnlyList<float[]> activations)
    {
        using var engine = Engine.Load(target, pair, warmStart: null, new ComputeOptions(Device.Cpu, ScalarType.Float32));
        var requests = activations.Select((vector, index) => new VerbalizationRequest(new SampleKey(1, "held out", "baseline", index, 0), vector)).ToList();
        var explanations = engine.Nla.Verbalizer.Explain(requests, new SamplingOptions { MaxNewTokens = 40 }, Stop);
        var closed = explanations.Where(explanation => explanation.Description is not null).ToList();

        Assert.Equal(Path.GetFileName(Path.GetDirectoryName(pair.Verbalizer)) == "warm-start" ? "sl" : "rl", engine.Nla.Verbalizer.Sidecar.Stage);
        Assert.NotEmpty(closed);
        Assert.All(closed, explanation => Assert.StartsWith("A text\n\nEnds", explanation.Description));
        var read = engine.Nla.Reconstructor.Score([.. closed.Select(each => each.Description!)], [.. closed.Select(each => activations[each.Key.Position])], Stop);
        Assert.All(read, fidelity => Assert.InRange(fidelity.Mse, 0, 4));
    }

    private static async Task CaptureAsync(SmallCorpus corpus, NlaRecipe recipe)
    {
        var activations = new CorpusActivations(recipe, [corpus.File], new DocumentOptions { Seed = 1 }, SilentProgress.Instance);
        var survey = await activations.SurveyAsync(Stop);
        await activations.CaptureAsync(survey, Enum.GetValues<DataSplit>().ToHashSet(), corpus.Folder, Stop);
    }

    private NlaRecipe Recipe()
    {
        return CheckpointRecipe.For(organism.Folder.Target, layer: 1, "float32", seed: 1) with
        {
            // A model of a few thousand weights has no attention to spare for instructions.
            Prompts = OrganismNla.Prompts,
            Verbalizer = new() { Steps = 100, LearningRate = 5e-3, Batch = 4, Warmup = 10 },
            Reconstructor = new() { Steps = 40, LearningRate = 3e-3, Batch = 8, Warmup = 5 },
            Reinforcement = new() { Steps = 2, LearningRate = 1e-4, Batch = 16, Warmup = 1 },
            Rollouts = new() { MaxNewTokens = 40, LogReward = true },
        };
    }
}
