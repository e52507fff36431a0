using EvalAwareness.Training.Activations;

namespace EvalAwareness.Training.Summaries;

/// <summary>Counts a file of summaries against the activations they are for. A summary that comes again replaces the earlier one.</summary>
internal static class SummaryTally
{
    public static SummaryCounts Of(string file, IReadOnlySet<ActivationKey> wanted)
    {
        var found = new Dictionary<ActivationKey, string?>();
        var (unmatched, malformed) = (0, 0);
        foreach (var record in SummaryFile.Read(file))
        {
            if (record is null)
                malformed++;
            else if (!wanted.Contains(record.Key))
                unmatched++;
            else
                found[record.Key] = record.Dropped;
        }
        var dropped = found.Values.OfType<string>().CountBy(reason => reason).ToDictionary();
        return new SummaryCounts(wanted.Count, found.Count - dropped.Values.Sum(), dropped, unmatched, malformed);
    }
}
