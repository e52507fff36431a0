using EvalAwareness.Core.Randomness;
using EvalAwareness.Core.Statistics;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Core.Rates;

/// <summary>The transcripts a rate is taken over, and the controls it is held against.</summary>
internal sealed class RateGroup(
    string dataset, TranscriptKind kind, IReadOnlyList<TranscriptTally> members, IReadOnlyList<TranscriptTally> controls)
{
    /// <summary>Turns are judged for a condition or they are not: one judged turn means that all were to be.</summary>
    private readonly bool _turnsWereJudged = members.Any(member => member.Turns is not null);

    public IEnumerable<Rate> Rates(int? k)
    {
        yield return OfExplanations(Rules.AnyOfN, 1);
        yield return OfFraction();
        if (k is { } calibrated) yield return OfExplanations(Rules.KOfN(calibrated), calibrated);
        if (!_turnsWereJudged) yield break;
        yield return OfOutcomes(Measures.Verbalized, Rules.AnyOfN, Said, TurnsOf);
        yield return OfOutcomes(Measures.NlaOnly, Rules.AnyOfN, tally => Read(tally, 1).AndNot(Said(tally)), ExplanationsOf);
        if (k is { } threshold)
            yield return OfOutcomes(
                Measures.NlaOnly, Rules.KOfN(threshold), tally => Read(tally, threshold).AndNot(Said(tally)), ExplanationsOf);
    }

    private Rate OfExplanations(string rule, int k) =>
        OfOutcomes(Measures.Nla, rule, tally => Read(tally, k), ExplanationsOf) with { PVsVerbalized = AgainstVerbalized(k) };

    private Rate OfOutcomes(
        string measure, string rule, Func<TranscriptTally, Outcome> outcomeOf, Func<TranscriptTally, Tally> itemsOf)
    {
        var (outcomes, others) = (members.Select(outcomeOf).ToList(), controls.Select(outcomeOf).ToList());
        var (flagged, answered) = Count(outcomes);
        var (otherFlagged, otherAnswered) = Count(others);
        var interval = answered == 0 ? null : Proportion.Wilson(flagged, answered);
        return Blank(measure, rule, itemsOf) with
        {
            NTranscripts = answered,
            Flagged = flagged,
            Value = Share(flagged, answered),
            CiLow = interval?.Low,
            CiHigh = interval?.High,
            CiMethod = interval?.Method,
            Failed = outcomes.Count - answered,
            RateWorst = outcomes.Average(outcome => outcome.Worst ? 1.0 : 0),
            RateBest = outcomes.Average(outcome => outcome.Best ? 1.0 : 0),
            ControlRate = Share(otherFlagged, otherAnswered),
            PVsControl = kind == TranscriptKind.Deployment || answered == 0 || otherAnswered == 0
                ? null
                : FisherExact.TwoSided(flagged, answered, otherFlagged, otherAnswered),
        };
    }

    private Rate OfFraction()
    {
        var shares = Shares(members);
        var others = Shares(controls);
        var random = new KeyedRandom(0, "rates", dataset, members[0].Condition, Rules.Fraction);
        var interval = shares.Count == 0 ? null : Bootstrap.OfMean(shares, random);
        return Blank(Measures.Nla, Rules.Fraction, ExplanationsOf) with
        {
            NTranscripts = shares.Count,
            Value = shares.Count == 0 ? null : shares.Average(),
            CiLow = interval?.Low,
            CiHigh = interval?.High,
            CiMethod = interval?.Method,
            Failed = members.Count - shares.Count,
            RateWorst = members.Select(ExplanationsOf).Average(all => Bound(all, all.Yes + all.Unread, unknown: 1)),
            RateBest = members.Select(ExplanationsOf).Average(all => Bound(all, all.Yes, unknown: 0)),
            ControlRate = others.Count == 0 ? null : others.Average(),
        };
    }

    private Rate Blank(string measure, string rule, Func<TranscriptTally, Tally> itemsOf) => new()
    {
        Dataset = dataset,
        Kind = kind.Name(),
        Condition = members[0].Condition,
        Measure = measure,
        Rule = rule,
        NTranscripts = 0,
        NPositions = members.Sum(member => itemsOf(member).Answered),
        Unparsed = members.Sum(member => itemsOf(member).Unparsed),
        Missing = members.Sum(member => itemsOf(member).Missing),
        Failed = 0,
        RateWorst = 0,
        RateBest = 0,
    };

    private double? AgainstVerbalized(int k)
    {
        if (!_turnsWereJudged) return null;
        var readOnly = Count(members.Select(tally => Read(tally, k).AndNot(Said(tally)))).Flagged;
        var saidOnly = Count(members.Select(tally => Said(tally).AndNot(Read(tally, k)))).Flagged;
        return McNemarExact.TwoSided(readOnly, saidOnly);
    }

    private static Tally ExplanationsOf(TranscriptTally tally) => tally.Explanations;

    private static Tally TurnsOf(TranscriptTally tally) => tally.Turns ?? Tally.Nothing;

    private static Outcome Read(TranscriptTally tally, int k) => Outcome.AtLeast(k, tally.Explanations);

    private static Outcome Said(TranscriptTally tally) => Outcome.AtLeast(1, tally.Turns);

    private static List<double> Shares(IEnumerable<TranscriptTally> tallies) =>
        [.. tallies.Select(tally => tally.Explanations.YesShare).OfType<double>()];

    private static double Bound(Tally tally, int yes, double unknown) => tally.Planned == 0 ? unknown : (double)yes / tally.Planned;

    private static double? Share(int flagged, int answered) => answered == 0 ? null : (double)flagged / answered;

    private static (int Flagged, int Answered) Count(IEnumerable<Outcome> outcomes)
    {
        var answered = outcomes.Where(outcome => outcome.Flagged is not null).ToList();
        return (answered.Count(outcome => outcome.Flagged == true), answered.Count);
    }
}
