using EvalAwareness.Core;
using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Models;
using EvalAwareness.Inference.Nla;

namespace EvalAwareness.Inference.Diagnostics;

/// <summary>A handful of explanations before the thousands: what is loaded and agrees with itself may still be put together wrongly.</summary>
public static class SelfTest
{
    /// <summary>One small batch: seconds for a small model, and one decode of thousands for a large one.</summary>
    public const int MostExplanations = 8;

    private const string OtherText = "the pair was trained on other text";
    private const string TooEarly = "these positions stand before index 50";

    // Long enough for every known pair to close its tags.
    private static readonly SamplingOptions Released = new();

    /// <param name="verbalizer">Writes them.</param>
    /// <param name="reconstructor">Reads them back; null leaves fidelity out.</param>
    /// <param name="activations">Where they are read; as many as are tested are taken, evenly, and late ones first.</param>
    /// <param name="isFamiliarText">Whether the pair was trained on text of this kind.</param>
    /// <param name="residency">Whether the two take turns in memory.</param>
    /// <param name="stop">Cancels.</param>
    /// <returns>One line for each thing that was looked at; nothing when no activation can be put into words.</returns>
    public static IReadOnlyList<Finding> Run(
        Verbalizer verbalizer, Reconstructor? reconstructor, IReadOnlyList<Activation> activations, bool isFamiliarText,
        ResidencyChoice residency, CancellationToken stop)
    {
        var chosen = Choose([.. activations.Where(activation => verbalizer.ProblemOf(activation.Vector) is null)]);
        if (chosen.Count == 0)
            return [];
        var sampling = Released with { MaxNewTokens = Math.Min(Released.MaxNewTokens, verbalizer.MostNewTokens) };
        var explanations = verbalizer.Explain([.. chosen.Select(Request)], sampling, stop);
        residency.EndTurn(verbalizer);
        List<Finding> findings = [SelfTestRules.Closing(explanations), SelfTestRules.Script(explanations, verbalizer.Sidecar)];
        if (reconstructor is null)
            return findings;
        findings.Add(SelfTestRules.Fidelity(
            Score(reconstructor, chosen, explanations, stop), verbalizer.Sidecar.Stage, Unjudged(chosen, isFamiliarText)));
        residency.EndTurn(reconstructor);
        return findings;
    }

    /// <exception cref="RefusedException">Something is certain to be wrong.</exception>
    public static void RefuseWrong(IReadOnlyList<Finding> findings)
    {
        var wrong = findings.Where(finding => finding.Health == Health.Wrong).Select(finding => $"self-test: {finding.Subject}: {finding.Detail}.").ToList();
        if (wrong.Count > 0)
            throw new RefusedException(wrong);
    }

    private static IReadOnlyList<Activation> Choose(IReadOnlyList<Activation> activations)
    {
        var late = activations.Where(activation => activation.Position >= SelfTestRules.EarliestIndex).ToList();
        var from = late.Count > 0 ? late : activations;
        var count = Math.Min(MostExplanations, from.Count);
        return [.. Enumerable.Range(0, count).Select(index => from[index * from.Count / count])];
    }

    private static IReadOnlyList<Fidelity> Score(
        Reconstructor reconstructor, IReadOnlyList<Activation> activations, IReadOnlyList<Explanation> explanations, CancellationToken stop)
    {
        var closed = explanations.Zip(activations).Where(pair => pair.First.Status == ClosingStatus.Closed).ToList();
        return reconstructor.Score([.. closed.Select(pair => pair.First.Description!)], [.. closed.Select(pair => pair.Second.Vector)], stop);
    }

    private static string? Unjudged(IReadOnlyList<Activation> activations, bool isFamiliarText) =>
        !isFamiliarText ? OtherText
        : activations.Any(activation => activation.Position < SelfTestRules.EarliestIndex) ? TooEarly
        : null;

    private static VerbalizationRequest Request(Activation activation) =>
        new(new SampleKey(0, activation.TranscriptId, "self_test", activation.Position, 0), activation.Vector);
}
