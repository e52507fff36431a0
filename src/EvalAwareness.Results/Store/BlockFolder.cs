using System.Globalization;
using EvalAwareness.Results.Columns;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Store;

/// <summary>The parts of recorded blocks: one folder per block, renamed into place when all its files are on disk.</summary>
internal sealed class BlockFolder(string runFolder)
{
    private const string Prefix = "block-";
    private const string PendingSuffix = ".tmp";

    private readonly string _parts = Path.Combine(runFolder, "parts");

    /// <summary>Asked from disk each time: nothing else remembers progress.</summary>
    public IReadOnlySet<int> Recorded()
    {
        if (!Directory.Exists(_parts)) return new HashSet<int>();
        return Directory.EnumerateDirectories(_parts, Prefix + "*")
            .Select(folder => Path.GetFileName(folder)[Prefix.Length..])
            .Where(name => int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out _))
            .Select(name => int.Parse(name, CultureInfo.InvariantCulture))
            .ToHashSet();
    }

    /// <summary>Publishes a block with one rename: either all its rows are there afterwards, or none.</summary>
    public async Task RecordAsync(BlockRecord record, CancellationToken stop)
    {
        var pending = PathOf(record.Block) + PendingSuffix;
        // What a killed process left behind goes when its block is recorded again. Not when the folder is opened: another
        // shard may be writing there at that moment.
        if (Directory.Exists(pending)) Directory.Delete(pending, recursive: true);
        Directory.CreateDirectory(pending);
        await TableWriter<ExplanationRow>.WriteAllAsync(
            ExplanationSchema.Table, Path.Combine(pending, ExplanationSchema.Table.FileName), record.Explanations, stop);
        await TableWriter<VerdictRow>.WriteAllAsync(
            VerdictSchema.Table, Path.Combine(pending, VerdictSchema.Table.FileName), record.Verdicts, stop);
        await FailureLines.WriteAllAsync(Path.Combine(pending, FailureLines.FileName), record.Failures, stop);
        Directory.Move(pending, PathOf(record.Block));
    }

    public IAsyncEnumerable<ExplanationRow> Explanations(int block, CancellationToken stop) =>
        TableReader.ReadAsync(ExplanationSchema.Table, Path.Combine(PathOf(block), ExplanationSchema.Table.FileName), stop);

    public IAsyncEnumerable<VerdictRow> Verdicts(int block, CancellationToken stop) =>
        TableReader.ReadAsync(VerdictSchema.Table, Path.Combine(PathOf(block), VerdictSchema.Table.FileName), stop);

    public IAsyncEnumerable<FailureRow> Failures(int block, CancellationToken stop) =>
        FailureLines.ReadAsync(Path.Combine(PathOf(block), FailureLines.FileName), stop);

    private string PathOf(int block) => Path.Combine(_parts, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{block:D5}"));
}
