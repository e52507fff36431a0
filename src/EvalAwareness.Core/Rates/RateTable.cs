using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Core.Rates;

/// <summary>All rates of a run.</summary>
public static class RateTable
{
    public const string AllEvaluations = "all evaluations";
    public const string AllDeployment = "all deployment";

    /// <summary>Rates per dataset and condition, then over all datasets of a kind; in order of first appearance.</summary>
    public static IReadOnlyList<Rate> Of(IReadOnlyList<TranscriptTally> tallies)
    {
        var k = ControlThreshold.Calibrate(tallies);
        return [.. tallies.GroupBy(tally => tally.Condition).SelectMany(condition => OfCondition([.. condition], k))];
    }

    private static IEnumerable<Rate> OfCondition(IReadOnlyList<TranscriptTally> tallies, int? k)
    {
        var controls = tallies.Where(tally => tally.Kind == TranscriptKind.Deployment).ToList();
        var groups = tallies.GroupBy(tally => (tally.Dataset, tally.Kind))
            .Concat(tallies.GroupBy(tally => (Dataset: Total(tally.Kind), tally.Kind)));
        return groups.SelectMany(group => new RateGroup(group.Key.Dataset, group.Key.Kind, [.. group], controls).Rates(k));
    }

    private static string Total(TranscriptKind kind) => kind == TranscriptKind.Evaluation ? AllEvaluations : AllDeployment;
}
