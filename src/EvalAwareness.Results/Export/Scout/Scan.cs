using System.Text.Json.Nodes;
using EvalAwareness.Results.Report;
using EvalAwareness.Results.Store;

namespace EvalAwareness.Results.Export.Scout;

/// <summary>A run under one condition, as Inspect Scout knows scans.</summary>
internal sealed record Scan
{
    private static readonly string[] Settings = ["seed", "limit", "positions", "sampling", "controls", "datasets"];

    public required string Id { get; init; }
    public required string Name { get; init; }
    public required string Condition { get; init; }

    /// <summary>When the run was started, as in ISO 8601.</summary>
    public required string Started { get; init; }
    public required string Completed { get; init; }

    /// <summary>Of the program that made the run; null where the run does not say.</summary>
    public required string? Version { get; init; }

    /// <summary>What the run was: settings and hashes, no paths.</summary>
    public required JsonObject Metadata { get; init; }
    public required IReadOnlyList<TranscriptAwareness> Transcripts { get; init; }
    public required IReadOnlyList<Scanner> Scanners { get; init; }

    /// <summary>One for each condition, in the order of the transcripts table.</summary>
    public static IReadOnlyList<Scan> Of(RunTables tables, IReadOnlyList<TranscriptAwareness> transcripts) =>
        [.. transcripts.GroupBy(read => read.Transcript.Condition).Select(condition => Of(tables, condition.Key, [.. condition]))];

    private static Scan Of(RunTables tables, string condition, IReadOnlyList<TranscriptAwareness> transcripts)
    {
        var facts = new RunFacts(tables.Run);
        var verdicts = tables.Verdicts.Where(verdict => verdict.Condition == condition).ToList();
        var turnsWereJudged = transcripts.Any(read => read.Turns is not null);
        var started = facts.Started ?? DateTimeOffset.UnixEpoch.ToString("O");
        return new Scan
        {
            Id = ShortId.Of(facts.Text("fingerprint") ?? "", condition),
            Name = $"{facts.Name}-{condition}",
            Condition = condition,
            Started = started,
            Completed = facts.Text("completed") ?? started,
            Version = facts.Environment("version"),
            Metadata = Describe(tables.Run, condition),
            Transcripts = transcripts,
            Scanners = turnsWereJudged
                ? [Scanner.OfExplanations(verdicts), Scanner.OfTurns(verdicts)]
                : [Scanner.OfExplanations(verdicts)],
        };
    }

    private static JsonObject Describe(JsonObject run, string condition)
    {
        var metadata = new JsonObject { ["condition"] = condition, ["run"] = run["fingerprint"]?.DeepClone() };
        foreach (var setting in Settings)
            if ((run["identity"] as JsonObject)?[setting] is { } value)
                metadata[setting] = value.DeepClone();
        return metadata;
    }
}
