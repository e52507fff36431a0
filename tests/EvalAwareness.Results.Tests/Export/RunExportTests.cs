using EvalAwareness.Core;
using EvalAwareness.Results.Export;
using EvalAwareness.Results.Store;
using EvalAwareness.Results.Tests.Synthetic;

namespace EvalAwareness.Results.Tests.Export;

public sealed class RunExportTests : IDisposable
{
    private static readonly SyntheticRun Run = new(perDataset: 1);

    private readonly TemporaryFolder _folder = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(ExportTarget.Columns)]
    [InlineData(ExportTarget.Scout)]
    public async Task A_folder_that_exists_is_left_as_it_is(ExportTarget target)
    {
        await Run.WriteAsync(_folder.File("run"));
        Directory.CreateDirectory(_folder.File("out"));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => RunExport.WriteAsync(_folder.File("run"), target, _folder.File("out"), Stop));

        Assert.Contains("exists already", refused.Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.File("out")));
    }

    [Fact]
    public async Task What_is_no_run_is_refused_and_nothing_is_written()
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => RunExport.WriteAsync(_folder.Path, ExportTarget.Columns, _folder.File("out"), Stop));

        Assert.Contains("is not the folder of a run", refused.Message);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder.Path));
    }

    [Theory]
    [InlineData("1/1", "5 of 8 blocks are missing (1, 3, 5, 6, 7). Start")]
    [InlineData("1/2", "5 of 8 blocks are missing (1, 3, 5, 6, 7), of shards 1/2, 2/2. Start")]
    [InlineData("4/4", "5 of 8 blocks are missing (1, 3, 5, 6, 7), of shards 2/4, 3/4, 4/4. Start")]
    public async Task An_interrupted_run_is_refused_with_the_blocks_it_lacks_and_whose_they_are(string shard, string expected)
    {
        var spec = SyntheticRun.Spec() with { Blocks = Run.BlockCount };
        spec.Environment["shard"] = shard;
        var store = RunStore.Open(_folder.File("run"), spec, TimeProvider.System);
        foreach (var block in (int[])[0, 2, 4])
            await store.RecordAsync(Run.Block(block), Stop);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => RunExport.WriteAsync(_folder.File("run"), ExportTarget.Scout, _folder.File("out"), Stop));

        Assert.Contains($"is not complete: {expected}", refused.Message);
    }

    [Fact]
    public async Task A_run_stopped_before_its_tables_is_told_from_one_that_lacks_blocks()
    {
        var store = RunStore.Open(_folder.File("run"), SyntheticRun.Spec() with { Blocks = 1 }, TimeProvider.System);
        await store.RecordAsync(Run.Block(0), Stop);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => RunTables.LoadAsync(_folder.File("run"), Stop));

        Assert.Contains("all 1 blocks are recorded, and transcripts.parquet", refused.Message);
    }

    [Fact]
    public async Task An_export_that_is_stopped_leaves_nothing()
    {
        await Run.WriteAsync(_folder.File("run"));
        var before = Directory.EnumerateFileSystemEntries(_folder.Path).ToList();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(
            () => RunExport.WriteAsync(_folder.File("run"), ExportTarget.Scout, _folder.File("out"), new CancellationToken(canceled: true)));

        Assert.Equal(before, Directory.EnumerateFileSystemEntries(_folder.Path));
    }
}
