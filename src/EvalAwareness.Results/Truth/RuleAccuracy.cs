using EvalAwareness.Core.Rates;
using EvalAwareness.Core.Statistics;

namespace EvalAwareness.Results.Truth;

/// <summary>What the rule calibrated on the controls finds and spares.</summary>
/// <param name="K">Fewest YES that flag a transcript.</param>
/// <param name="Sensitivity">Share of the believers it flags, with Wilson's interval; null without believers.</param>
/// <param name="Specificity">Share of the others it does not flag, with Wilson's interval; null without others.</param>
public sealed record RuleAccuracy(int K, Estimate? Sensitivity, Estimate? Specificity)
{
    /// <summary>As the rates table names it.</summary>
    public string Rule => Rules.KOfN(K);

    internal static RuleAccuracy Of(IReadOnlyList<LabelledTranscript> quiet, int k)
    {
        var judged = quiet.Where(transcript => transcript.YesShare is not null).ToList();
        var (believers, others) = (judged.Where(one => one.Aware == true).ToList(), judged.Where(one => one.Aware == false).ToList());
        return new RuleAccuracy(
            k,
            Share(believers.Count(one => one.Tally.Explanations.Yes >= k), believers.Count),
            Share(others.Count(one => one.Tally.Explanations.Yes < k), others.Count));
    }

    private static Estimate? Share(int count, int all) =>
        all == 0 ? null : new Estimate((double)count / all, Proportion.Wilson(count, all), all);
}
