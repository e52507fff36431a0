using System.Globalization;
using System.Text.Json.Nodes;
using EvalAwareness.Results.Report;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Store;

/// <summary>What an interrupted run still lacks, in words.</summary>
internal static class Unfinished
{
    private const int MostNamed = 20;

    private static readonly string[] Tables =
    [
        TranscriptSchema.Table.FileName, ExplanationSchema.Table.FileName, VerdictSchema.Table.FileName,
        RateSchema.Table.FileName, FailureLines.FileName,
    ];

    /// <summary>Null for a completed run.</summary>
    public static string? Of(string folder, JsonObject run)
    {
        var tables = Tables.Where(name => !File.Exists(Path.Combine(folder, name))).ToList();
        if (tables.Count == 0)
            return null;
        var recorded = new BlockFolder(folder).Recorded();
        if ((run["blocks"] as JsonValue)?.TryGetValue(out int blocks) is not true)
            return $"{recorded.Count} blocks are recorded, and {string.Join(", ", tables)} not written yet";
        var missing = Enumerable.Range(0, blocks).Where(block => !recorded.Contains(block)).ToList();
        return missing.Count == 0
            ? $"all {blocks} blocks are recorded, and {string.Join(", ", tables)} not written yet"
            : $"{missing.Count} of {blocks} blocks are missing ({Named(missing)}){OfShards(missing, run)}";
    }

    private static string Named(IReadOnlyCollection<int> missing) =>
        string.Join(", ", missing.Take(MostNamed)) + (missing.Count > MostNamed ? ", …" : "");

    /// <summary>Where the last start did one of several shards, those that the missing blocks belong to.</summary>
    private static string OfShards(IEnumerable<int> missing, JsonObject run)
    {
        var shards = new RunFacts(run).Environment("shard")?.Split('/');
        return shards is [_, var last] && int.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 1
            ? $", of shards {string.Join(", ", missing.Select(block => block % count + 1).Distinct().Order().Select(number => $"{number}/{count}"))}"
            : "";
    }
}
