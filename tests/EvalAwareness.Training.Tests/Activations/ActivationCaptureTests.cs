using EvalAwareness.Core;
using EvalAwareness.Core.Progress;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Training.Activations;
using EvalAwareness.Training.Documents;
using EvalAwareness.Training.Nla;
using EvalAwareness.Training.Tests.Checkpoints;

namespace EvalAwareness.Training.Tests.Activations;

public sealed class ActivationCaptureTests(TinyOrganism organism) : IClassFixture<TinyOrganism>, IDisposable
{
    private static readonly HashSet<DataSplit> Splits = [DataSplit.Verbalizer, DataSplit.Reconstructor];

    private readonly SmallCorpus _corpus = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _corpus.Dispose();

    [Fact]
    public async Task Activations_of_few_positions_are_kept_with_what_is_known_of_them()
    {
        var survey = await CaptureAsync(SilentProgress.Instance, Stop);

        var rows = await RowsAsync(DataSplit.Verbalizer);
        Assert.Equal(survey.Of(DataSplit.Verbalizer).Positions, rows.Count);
        Assert.All(rows.CountBy(row => row.DocumentId), document => Assert.InRange(document.Value, 1, 5));
        Assert.All(rows, row => Assert.InRange(row.Position, 50, 4095));
        Assert.All(rows, row => Assert.EndsWith(row.Token, row.TextBefore));
        Assert.All(rows, row => Assert.Equal(organism.Recipe.Architecture.HiddenSize, row.Vector.Length));
        Assert.Empty(rows.Select(row => row.DocumentId).Intersect((await RowsAsync(DataSplit.Reconstructor)).Select(row => row.DocumentId)));
        Assert.Empty(new ActivationFolder(_corpus.Folder.Activations).Files(DataSplit.Reinforcement));
    }

    [Fact]
    public async Task The_sidecar_says_where_the_rows_come_from()
    {
        await CaptureAsync(SilentProgress.Instance, Stop);

        var file = new ActivationFolder(_corpus.Folder.Activations).File(DataSplit.Verbalizer, 0);
        var fields = new YamlFields($"{file}.nla_meta.yaml");
        Assert.Equal(("nla_dataset", 1), (fields.Text("kind"), fields.Int("schema_version")));
        Assert.Equal((await RowsAsync(DataSplit.Verbalizer)).Count, fields.Int("row_count"));
        Assert.Equal(("target", 1, "none"), (fields.Text("extraction.base_model"), fields.Int("extraction.layer_index"), fields.Text("extraction.norm")));
        Assert.Equal(("corpus.jsonl", 5, 64), (fields.Text("extraction.corpus"), fields.Int("extraction.positions_per_doc"), fields.Int("extraction.d_model")));
    }

    [Fact]
    public async Task Stopped_and_started_again_it_leaves_the_same_rows_and_makes_none_twice()
    {
        var interruption = new StopAfter(5);
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => CaptureAsync(interruption, interruption.Token));
        await CaptureAsync(SilentProgress.Instance, Stop);
        var first = await RowsAsync(DataSplit.Verbalizer);
        var written = File.GetLastWriteTimeUtc(new ActivationFolder(_corpus.Folder.Activations).File(DataSplit.Verbalizer, 0));
        await CaptureAsync(SilentProgress.Instance, Stop);

        Assert.Equal(written, File.GetLastWriteTimeUtc(new ActivationFolder(_corpus.Folder.Activations).File(DataSplit.Verbalizer, 0)));
        Directory.Delete(_corpus.Folder.Activations, recursive: true);
        await CaptureAsync(SilentProgress.Instance, Stop);
        Assert.Equal(first.SelectMany(row => row.Vector), (await RowsAsync(DataSplit.Verbalizer)).SelectMany(row => row.Vector));
    }

    [Fact]
    public async Task Files_made_from_something_else_are_refused()
    {
        await CaptureAsync(SilentProgress.Instance, Stop);

        await Assert.ThrowsAsync<RefusedException>(() => CaptureAsync(SilentProgress.Instance, Stop, layer: 0));
    }

    [Fact]
    public async Task A_step_holds_the_same_rows_however_it_is_reached()
    {
        await CaptureAsync(SilentProgress.Instance, Stop);
        var folder = new ActivationFolder(_corpus.Folder.Activations);
        var rows = StoredRows.Open(folder, DataSplit.Verbalizer, _ => true);
        var steps = Enumerable.Range(0, 12).Select(step => rows.At(step, 8).Select(row => row.Key).ToList()).ToList();

        Assert.Equal(steps[7], StoredRows.Open(folder, DataSplit.Verbalizer, _ => true).At(7, 8).Select(row => row.Key));
        Assert.Equal(rows.Count, steps.SelectMany(step => step).Take(rows.Count).Distinct().Count());
        Assert.NotEqual(steps.SelectMany(step => step).Take(8), steps.SelectMany(step => step).Skip(rows.Count).Take(8));
    }

    private async Task<CorpusSurvey> CaptureAsync(IProgressReporter progress, CancellationToken stop, int layer = 1)
    {
        var recipe = CheckpointRecipe.For(organism.Folder.Target, layer, "float32", seed: 1);
        var activations = new CorpusActivations(recipe, [_corpus.File], new DocumentOptions { Seed = 1 }, progress);
        var survey = await new CorpusActivations(recipe, [_corpus.File], new DocumentOptions { Seed = 1 }, SilentProgress.Instance).SurveyAsync(stop);
        await activations.CaptureAsync(survey, Splits, _corpus.Folder, stop);
        return survey;
    }

    private Task<IReadOnlyList<StoredActivation>> RowsAsync(DataSplit split) =>
        ActivationFile.ReadAsync(new ActivationFolder(_corpus.Folder.Activations).File(split, 0), Stop);
}
