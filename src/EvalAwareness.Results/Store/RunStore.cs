using System.Text.Json.Nodes;
using EvalAwareness.Core;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Store;

/// <summary>The folder of one run. Progress is what lies in it, nothing else: a block either is recorded or is not.</summary>
public sealed class RunStore
{
    private readonly RunSpec _spec;
    private readonly TimeProvider _time;
    private readonly BlockFolder _blocks;

    private RunStore(string folder, RunSpec spec, TimeProvider time)
    {
        Folder = folder;
        _spec = spec;
        _time = time;
        _blocks = new BlockFolder(folder);
    }

    public string Folder { get; }

    /// <summary>Starts a run in a new folder, or continues the one that lies there.</summary>
    /// <exception cref="RefusedException">The folder holds a run with another identity, or something else.</exception>
    public static RunStore Open(string folder, RunSpec spec, TimeProvider time)
    {
        var content = RunFile.Read(folder);
        if (content is null) RefuseForeign(folder);
        else RefuseOther(folder, content, spec);
        Directory.CreateDirectory(Path.Combine(folder, "parts"));
        content ??= RunFile.Create(spec);
        RunFile.AddStart(content, spec, time.GetUtcNow());
        RunFile.Write(folder, content);
        return new RunStore(folder, spec, time);
    }

    /// <summary>Blocks whose rows are all on disk.</summary>
    public IReadOnlySet<int> RecordedBlocks() => _blocks.Recorded();

    /// <summary>Publishes the rows of a block together.</summary>
    /// <exception cref="IOException">The disk is full, or the block was recorded by another process.</exception>
    public async Task RecordAsync(BlockRecord record, CancellationToken stop)
    {
        try
        {
            await _blocks.RecordAsync(record, stop);
        }
        catch (IOException error)
        {
            throw new IOException(
                $"block {record.Block} could not be recorded in {Folder}: {error.Message} What was recorded before stays; "
                + "start again with the same folder to continue.", error);
        }
    }

    /// <summary>Merges all blocks into the tables. While blocks are missing it writes nothing and says which they are.</summary>
    /// <param name="transcripts">Every planned transcript, quarantined ones included, in plan order.</param>
    /// <param name="planFailures">Items that failed before there was a block.</param>
    /// <param name="blockCount">Blocks in the plan, numbered from 0.</param>
    /// <param name="stop">Cancels; the folder then is as if the merge had not begun.</param>
    public async Task<RunSummary> CompleteAsync(
        IReadOnlyList<TranscriptRow> transcripts, IReadOnlyList<FailureRow> planFailures, int blockCount, CancellationToken stop)
    {
        var recorded = _blocks.Recorded();
        int[] missing = [.. Enumerable.Range(0, blockCount).Where(block => !recorded.Contains(block))];
        if (missing.Length > 0)
            return new RunSummary(Folder, RunSummary.Incomplete, transcripts.Count, Quarantined(transcripts), 0, 0, 0, missing, []);
        var merge = new Merge(Folder, _blocks);
        var counts = await merge.WriteAsync(transcripts, planFailures, blockCount, stop);
        var summary = new RunSummary(
            Folder, RunSummary.Complete, transcripts.Count, Quarantined(transcripts),
            counts.Explanations, counts.Verdicts, counts.Failures, [], counts.Rates);
        Finish(summary);
        return summary;
    }

    private static int Quarantined(IReadOnlyList<TranscriptRow> transcripts) =>
        transcripts.Count(row => row.Status == TranscriptRow.Quarantined);

    private void Finish(RunSummary summary)
    {
        var content = RunFile.Read(Folder) ?? RunFile.Create(_spec);
        var now = _time.GetUtcNow();
        content["status"] = summary.Status;
        content["completed"] = now.ToString("O");
        if (content["starts"]?[0]?["started"]?.GetValue<string>() is { } first)
            content["seconds_since_first_start"] = Math.Round((now - DateTimeOffset.Parse(first, null)).TotalSeconds, 3);
        content["counts"] = new JsonObject
        {
            ["transcripts"] = summary.Transcripts,
            ["quarantined"] = summary.Quarantined,
            ["explanations"] = summary.Explanations,
            ["verdicts"] = summary.Verdicts,
            ["failures"] = summary.Failures,
        };
        RunFile.Write(Folder, content);
    }

    private static void RefuseOther(string folder, JsonObject content, RunSpec spec)
    {
        if (content["identity"] is not JsonObject recorded)
            throw new RefusedException($"{Path.Combine(folder, RunFile.Name)} names no identity. Choose another output folder.");
        var differences = Fingerprint.Differences(recorded, spec.Identity);
        if (differences.Count > 0)
            throw new RefusedException(
            [
                $"{folder} holds another run. Choose another output folder, or start with the settings of that run to continue it. What differs:",
                .. differences.Select(difference => $"  {difference}"),
            ]);
    }

    /// <summary>Tables without a run.json are somebody else's: they are not overwritten.</summary>
    private static void RefuseForeign(string folder)
    {
        if (!Directory.Exists(folder)) return;
        var foreign = Directory.EnumerateFileSystemEntries(folder)
            .Select(path => Path.GetFileName(path)!)
            .Where(name => name == "parts" || name.EndsWith(".parquet", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToList();
        if (foreign.Count > 0)
            throw new RefusedException(
                $"{folder} holds {string.Join(", ", foreign)} but no {RunFile.Name}, so it is no run to continue. Choose another output folder.");
    }
}
