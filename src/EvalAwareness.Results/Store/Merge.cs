using EvalAwareness.Core.Rates;
using EvalAwareness.Results.Columns;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Store;

/// <summary>Writes the tables of a run from the parts of its blocks, in block order, one row group in memory at a time.</summary>
internal sealed class Merge(string folder, BlockFolder blocks)
{
    private readonly TallyBoard _board = new();

    public async Task<(int Explanations, int Verdicts, int Failures, IReadOnlyList<Rate> Rates)> WriteAsync(
        IReadOnlyList<TranscriptRow> transcripts, IReadOnlyList<FailureRow> planFailures, int blockCount, CancellationToken stop)
    {
        var numbers = Enumerable.Range(0, blockCount).ToList();
        var explanations = await MergeAsync(ExplanationSchema.Table, numbers, blocks.Explanations, _board.Add, stop);
        var verdicts = await MergeAsync(VerdictSchema.Table, numbers, blocks.Verdicts, _board.Add, stop);
        var failures = await MergeFailuresAsync(planFailures, numbers, stop);
        await TableWriter<TranscriptRow>.WriteAllAsync(
            TranscriptSchema.Table, PathOf(TranscriptSchema.Table.FileName), transcripts, stop);
        var rates = RateTable.Of(_board.Tallies(transcripts));
        await TableWriter<Rate>.WriteAllAsync(RateSchema.Table, PathOf(RateSchema.Table.FileName), rates, stop);
        await Spreadsheet.WriteAsync(rates, PathOf("rates.csv"), NameInRates, stop);
        return (explanations, verdicts, failures, rates);
    }

    private async Task<int> MergeAsync<TRow>(
        Table<TRow> table, IReadOnlyList<int> numbers, Func<int, CancellationToken, IAsyncEnumerable<TRow>> rowsOf,
        Action<TRow> count, CancellationToken stop)
    {
        await using var writer = new TableWriter<TRow>(table, PathOf(table.FileName));
        foreach (var block in numbers)
        {
            await foreach (var row in rowsOf(block, stop))
            {
                count(row);
                await writer.WriteAsync(row, stop);
            }
        }
        await writer.CompleteAsync(stop);
        return writer.Rows;
    }

    private async Task<int> MergeFailuresAsync(
        IReadOnlyList<FailureRow> planFailures, IReadOnlyList<int> numbers, CancellationToken stop)
    {
        var failures = new List<FailureRow>(planFailures);
        foreach (var block in numbers)
            await foreach (var failure in blocks.Failures(block, stop)) failures.Add(failure);
        await FailureLines.WriteAllAsync(PathOf(FailureLines.FileName), failures, stop);
        return failures.Count;
    }

    /// <summary>As in rates.parquet.</summary>
    private static string NameInRates(string property) => property is nameof(Rate.Value) ? "rate" : Spreadsheet.SnakeCase(property);

    private string PathOf(string name) => Path.Combine(folder, name);
}
