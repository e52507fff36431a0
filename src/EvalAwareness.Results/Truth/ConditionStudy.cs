using EvalAwareness.Core.Randomness;
using EvalAwareness.Results.Store;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Truth;

/// <summary>One condition held against the known belief. What is said of believers and others, of the rule and of the
/// credence concerns only transcripts that do not say so.</summary>
public sealed record ConditionStudy
{
    public required string Condition { get; init; }

    /// <summary>Null without believers or without others.</summary>
    public Detection? Detection { get; init; }
    public required YesShares YesShares { get; init; }
    public required Fidelity Fidelity { get; init; }

    /// <summary>Null when the run has no controls to calibrate on.</summary>
    public RuleAccuracy? Rule { get; init; }

    /// <summary>Empty when no position has a known credence.</summary>
    public required IReadOnlyList<CredenceBin> Credence { get; init; }

    internal static ConditionStudy Of(
        RunTables tables, string condition, IReadOnlyList<LabelledTranscript> transcripts, int? k)
    {
        var quiet = transcripts.Where(transcript => transcript.IsQuiet).ToList();
        var explanations = tables.Explanations.Where(row => row.Condition == condition).ToList();
        return new ConditionStudy
        {
            Condition = condition,
            Detection = Detection.Of(quiet, new KeyedRandom(0, "truth", condition, "auroc")),
            YesShares = YesShares.Of(transcripts, condition),
            Fidelity = Fidelity.Of(explanations, condition),
            Rule = k is { } calibrated ? RuleAccuracy.Of(quiet, calibrated) : null,
            Credence = CredenceBin.Of(Judged(tables, condition, explanations, quiet), condition),
        };
    }

    private static IEnumerable<(ExplanationRow Explanation, bool Yes)> Judged(
        RunTables tables, string condition, IEnumerable<ExplanationRow> explanations, IEnumerable<LabelledTranscript> quiet)
    {
        var ids = quiet.Select(transcript => transcript.Row.TranscriptId).ToHashSet();
        var verdicts = tables.Verdicts
            .Where(row => row is { Subject: Subjects.Explanation, Verdict: not null } && row.Condition == condition)
            .ToDictionary(row => (row.TranscriptId, row.Position, row.Sample), row => row.Verdict == Verdicts.Yes);
        foreach (var row in explanations.Where(row => ids.Contains(row.TranscriptId)))
            if (verdicts.TryGetValue((row.TranscriptId, row.Position, row.Sample), out var yes))
                yield return (row, yes);
    }
}
