using System.Text.Json.Nodes;
using EvalAwareness.Core;
using EvalAwareness.Core.Rates;
using EvalAwareness.Results.Columns;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Store;

/// <summary>The tables of a completed run, read back from its folder.</summary>
public sealed record RunTables
{
    public required string Folder { get; init; }

    /// <summary>The content of run.json.</summary>
    public required JsonObject Run { get; init; }
    public required IReadOnlyList<TranscriptRow> Transcripts { get; init; }
    public required IReadOnlyList<ExplanationRow> Explanations { get; init; }
    public required IReadOnlyList<VerdictRow> Verdicts { get; init; }
    public required IReadOnlyList<FailureRow> Failures { get; init; }
    public required IReadOnlyList<Rate> Rates { get; init; }

    /// <summary>Reads all tables of a completed run.</summary>
    /// <exception cref="RefusedException">The folder is no run, or its run is not complete.</exception>
    public static async Task<RunTables> LoadAsync(string folder, CancellationToken stop)
    {
        var run = RunFile.Read(folder) ?? throw new RefusedException($"{folder} holds no {RunFile.Name}: it is not the folder of a run.");
        if (Unfinished.Of(folder, run) is { } left)
            throw new RefusedException($"The run in {folder} is not complete: {left}. Start it again to continue.");
        return new RunTables
        {
            Folder = folder,
            Run = run,
            Transcripts = await ReadAsync(TranscriptSchema.Table, folder, stop),
            Explanations = await ReadAsync(ExplanationSchema.Table, folder, stop),
            Verdicts = await ReadAsync(VerdictSchema.Table, folder, stop),
            Failures = await FailureLines.ReadAsync(Path.Combine(folder, FailureLines.FileName), stop).ToListAsync(stop),
            Rates = await ReadAsync(RateSchema.Table, folder, stop),
        };
    }

    /// <summary>The answers of every transcript, counted.</summary>
    public IReadOnlyList<TranscriptTally> Tallies()
    {
        var board = new TallyBoard();
        foreach (var row in Explanations) board.Add(row);
        foreach (var row in Verdicts) board.Add(row);
        return board.Tallies(Transcripts);
    }

    private static async Task<IReadOnlyList<TRow>> ReadAsync<TRow>(Table<TRow> table, string folder, CancellationToken stop) =>
        await TableReader.ReadAsync(table, Path.Combine(folder, table.FileName), stop).ToListAsync(stop);
}
