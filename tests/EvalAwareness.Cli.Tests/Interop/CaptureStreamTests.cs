using EvalAwareness.Cli.Interop;
using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Models;
using EvalAwareness.Core.Progress;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Cli.Tests.Interop;

/// <summary>What capture holds in memory: some documents and a row group, however many there are.</summary>
public sealed class CaptureStreamTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("stream").FullName;

    private string File => Path.Combine(_folder, "x.parquet");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Row_groups_hold_few_of_the_longest_vectors()
    {
        // Of a width of a million four rows fill a group.
        await using (var table = CaptureTable.Open(File, width: 1 << 20))
        {
            new CaptureRun(new CountingTarget(), table, SilentProgress.Instance).Run(Documents(5, 2).ToAsyncEnumerable(), CancellationToken.None);
            await table.CompleteAsync(CancellationToken.None);
        }

        Assert.Equal([4L, 4L, 2L], DuckDb.Column<long>($"select distinct on (row_group_id) row_group_num_rows from parquet_metadata('{File}') order by row_group_id"));
        Assert.Equal(["d0", "d0", "d1", "d1", "d2", "d2", "d3", "d3", "d4", "d4"], DuckDb.Column<string>($"select transcript_id from '{File}'"));
    }

    [Fact]
    public async Task Documents_are_read_as_they_are_needed_and_captured_some_at_a_time()
    {
        var pulled = 0;
        var target = new CountingTarget();
        await using var table = CaptureTable.Open(File, width: 1);
        target.BeforeCapture = tokens => Assert.True(pulled * 1000 - target.Tokens <= 9000, $"{pulled} documents were read for {target.Tokens + tokens} tokens");

        new CaptureRun(target, table, SilentProgress.Instance).Run(Documents(40, 1000).Select(Pull).ToAsyncEnumerable(), CancellationToken.None);

        Assert.Equal(40_000, target.Tokens);
        Assert.InRange(target.MostAtOnce, 1000, 8192);

        Document Pull(Document document)
        {
            pulled++;
            return document;
        }
    }

    [Fact]
    public async Task A_run_that_ends_early_leaves_no_file()
    {
        await using (var table = CaptureTable.Open(File, width: 1))
        {
            var target = new CountingTarget { BeforeCapture = _ => throw new OperationCanceledException() };
            Assert.Throws<OperationCanceledException>(() =>
                new CaptureRun(target, table, SilentProgress.Instance).Run(Documents(1, 1).ToAsyncEnumerable(), CancellationToken.None));
        }

        Assert.Empty(Directory.GetFiles(_folder));
    }

    private static IEnumerable<Document> Documents(int count, int tokens) => Enumerable.Range(0, count).Select(index => new Document(
        new TokenizedTranscript(
            new Transcript($"d{index}", "d", TranscriptKind.Evaluation, [], ""),
            [.. Enumerable.Range(0, tokens).Select(position => new TranscriptToken(position, 7, "x", -1, null, -1, -1))]),
        null));

    /// <summary>Counts what it is asked for.</summary>
    private sealed class CountingTarget : ITargetModel
    {
        public ModelCard Card { get; } = new("t", "", 1, 1, 100, 10, "float32", null);

        public int Layer => 0;

        public int Tokens { get; private set; }

        public int MostAtOnce { get; private set; }

        public Action<int> BeforeCapture { get; set; } = _ => { };

        public void Release() { }

        public IReadOnlyList<IReadOnlyList<Activation>> Capture(IReadOnlyList<CaptureRequest> requests, CancellationToken stop)
        {
            var tokens = requests.Sum(request => request.TokenIds.Count);
            BeforeCapture(tokens);
            Tokens += tokens;
            MostAtOnce = Math.Max(MostAtOnce, tokens);
            return [.. requests.Select(request => request.Positions.Select(position => new Activation(request.TranscriptId, position, [position])).ToList())];
        }
    }
}
