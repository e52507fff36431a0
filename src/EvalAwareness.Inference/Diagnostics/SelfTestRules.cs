using System.Globalization;
using EvalAwareness.Core.Explanations;
using EvalAwareness.Inference.Nla;

namespace EvalAwareness.Inference.Diagnostics;

/// <summary>What a few explanations say of the pair that wrote and read them.</summary>
internal static class SelfTestRules
{
    /// <summary>
    /// Least mean FVE expected of a few positions at index 50 or later. Jointly trained pairs reach 0.73 to 0.85 there on text they were
    /// trained for, released ones and the organism alike, single positions spread by about 0.25, so a mean of eight below 0.4 is four
    /// standard errors off. A warm start may be anywhere above 0, where words tell no more than the mean activation does.
    /// There is no upper edge: no known mistake makes words carry too much.
    /// </summary>
    private const double LeastAfterJointTraining = 0.4;

    private const double LeastAfterWarmStart = 0;

    /// <summary>Earlier activations hold too little text for any pair.</summary>
    public const int EarliestIndex = 50;

    /// <summary>Healthy pairs leave a few of a hundred open; none closed at all is another prompt, another scale or other stop tokens.</summary>
    public static Finding Closing(IReadOnlyList<Explanation> explanations)
    {
        var closed = explanations.Count(explanation => explanation.Status == ClosingStatus.Closed);
        var detail = $"{closed} of {explanations.Count} explanations close their tags";
        if (closed == 0)
            return new(
                "closing tags", Health.Wrong,
                $"{detail}; check injection_mode, injection_scale, the chat template and eos_token_id (the first begins: {Begin(explanations[0])})");
        return new("closing tags", 2 * closed > explanations.Count ? Health.Good : Health.Doubtful, detail);
    }

    /// <summary>Single ones are healthy: 3 of 101 in the released examples. A pair that is asked in such a script may answer in it.</summary>
    public static Finding Script(IReadOnlyList<Explanation> explanations, Sidecar sidecar)
    {
        var question = sidecar.VerbalizerTemplate!.Replace(Sidecar.MarkerSlot, "");
        var written = explanations.Count(explanation => IdeographicText.IsWritten(explanation.RawResponse));
        var described = explanations.Count(explanation => IdeographicText.IsDescribed(explanation.RawResponse));
        if (written == explanations.Count && !IdeographicText.IsWritten(question))
            return new(
                "script", Health.Wrong,
                $"all {written} explanations are Chinese, Japanese or Korean: no activation reached the marker's place; check injection_mode and injection_scale");
        if (2 * described > explanations.Count)
            return new(
                "script", Health.Doubtful,
                $"{described} of {explanations.Count} explanations describe a Chinese, Japanese or Korean character, as if they saw the marker alone");
        return new(
            "script", Health.Good,
            $"{written} of {explanations.Count} explanations in a script of the marker's kind, {described} describe such a character");
    }

    /// <param name="fidelities">Of the closed explanations.</param>
    /// <param name="stage">Training the pair comes from.</param>
    /// <param name="unjudged">Why no value could be expected here; null when one is.</param>
    public static Finding Fidelity(IReadOnlyList<Fidelity> fidelities, string stage, string? unjudged)
    {
        var values = fidelities.Select(fidelity => fidelity.FveNrm).OfType<double>().ToList();
        if (values.Count == 0)
            return new("fidelity", Health.Doubtful, fidelities.Count == 0
                ? "nothing was read back"
                : $"mean cosine {Number(fidelities.Average(fidelity => fidelity.CosineSimilarity))}; "
                    + "the sidecar states no variance_baseline, so it cannot be judged");
        var found = $"mean FVE {Number(values.Average())} of {values.Count} explanations";
        if (unjudged is not null)
            return new("fidelity", Health.Good, $"{found}; not judged: {unjudged}");
        var least = stage == Sidecar.JointlyTrained ? LeastAfterJointTraining : LeastAfterWarmStart;
        return values.Average() >= least
            ? new("fidelity", Health.Good, $"{found}, at least {Number(least)} expected")
            : new(
                "fidelity", Health.Doubtful,
                $"{found}, where at least {Number(least)} is expected; check the layer, and that the pair was trained for this model");
    }

    private static string Begin(Explanation explanation)
    {
        const int Most = 60;
        var text = explanation.RawResponse.ReplaceLineEndings(" ");
        return text.Length <= Most ? text : $"{text[..Most]}…";
    }

    private static string Number(double value) => value.ToString("f2", CultureInfo.InvariantCulture);
}
