using EvalAwareness.Results.Store;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Truth;

/// <summary>What a run reads, held against the belief its transcripts are known to hold. The same tables give the same
/// numbers.</summary>
public sealed record TruthStudy
{
    /// <summary>The explanations of every condition of the run, baseline first.</summary>
    public required IReadOnlyList<ReadingStudy> Conditions { get; init; }

    /// <summary>The explanations' judge given only the text up to the position; null when the run has no such verdicts.</summary>
    public ReadingStudy? Window { get; init; }

    /// <summary>A linear probe on the same activations, YES where its log-odds are above 0; null when the run has none.</summary>
    public ReadingStudy? Probe { get; init; }

    /// <summary>What else tells the belief, from the baseline.</summary>
    public required IReadOnlyList<Reference> References { get; init; }

    /// <summary>One for each pair that reads the activations themselves, baseline first; empty without a probe.</summary>
    public required IReadOnlyList<ProbeComparison> TowardsProbe { get; init; }

    public ReadingStudy Baseline => Conditions[0];

    /// <summary>The pair, and the pair before its joint training.</summary>
    public IReadOnlyList<ReadingStudy> Pairs => [.. new[] { Baseline, WarmStart }.OfType<ReadingStudy>()];

    /// <summary>What reads the activations themselves: the pairs, then the probe.</summary>
    public IReadOnlyList<ReadingStudy> OfActivations => [.. Pairs, .. new[] { Probe }.OfType<ReadingStudy>()];

    /// <summary>All ways of reading: the conditions, then what else was judged.</summary>
    public IEnumerable<ReadingStudy> Readings => [.. Conditions, .. new[] { Window, Probe }.OfType<ReadingStudy>()];

    /// <summary>The pair before its joint training; null when the run does not read with it.</summary>
    public ReadingStudy? WarmStart => Under(Core.Conditions.WarmStart);

    /// <summary>The explanations of one condition; null when the run does not have it.</summary>
    public ReadingStudy? Under(string condition) => Conditions.FirstOrDefault(study => study.Condition == condition);

    /// <summary>Null when the belief of no transcript is known.</summary>
    public static TruthStudy? Of(RunTables tables)
    {
        if (tables.Transcripts.All(row => row.LabelAware is null)) return null;
        var readings = new RunReadings(tables);
        var series = readings.Conditions.Select(condition => readings.Series(condition, Subjects.Explanation)).ToList();
        var window = readings.Series(Core.Conditions.Baseline, Subjects.Window);
        var probe = readings.Series(Core.Conditions.Baseline, Subjects.Activation);
        var rows = tables.Explanations.ToLookup(row => row.Condition);
        return new TruthStudy
        {
            Conditions = [.. series.Select(one => ReadingStudy.Of(one, Fidelity.Of([.. rows[one.Condition]], one.Condition)))],
            Window = window.HasReadings ? ReadingStudy.Of(window) : null,
            Probe = probe.HasReadings ? ReadingStudy.Of(probe) : null,
            References = Truth.References.Of(series[0], rows[Core.Conditions.Baseline]),
            TowardsProbe = probe.HasReadings ? [.. series.Where(ReadsTheActivation).Select(one => ProbeComparison.Of(one, probe))] : [],
        };
    }

    private static bool ReadsTheActivation(ReadingSeries series) =>
        series.Condition is Core.Conditions.Baseline or Core.Conditions.WarmStart;
}
