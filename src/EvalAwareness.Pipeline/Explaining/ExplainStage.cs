using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Models;
using EvalAwareness.Pipeline.Auditing;
using EvalAwareness.Pipeline.Capturing;

namespace EvalAwareness.Pipeline.Explaining;

/// <summary>Puts activations into words, and reads the words back.</summary>
internal sealed class ExplainStage(AuditOptions audit)
{
    /// <summary>For every position its samples in order; those without an activation stay without words.</summary>
    public IReadOnlyList<Sampled> Verbalize(
        IVerbalizer verbalizer, string condition, IReadOnlyList<CapturedPosition> positions, CancellationToken stop) =>
        positions.SelectMany(position => Samples(condition, position)).ToList().ReplaceWhere(
            sample => sample.Position.Status == CaptureStatus.Captured,
            readable => verbalizer.Explain([.. readable.Select(ToRequest)], audit.Sampling, stop),
            (sample, outcome) => sample with { Explanation = outcome.Value, Problem = outcome.Failure });

    /// <summary>The same samples, those that closed with their fidelity.</summary>
    public IReadOnlyList<Sampled> Score(IReconstructor reconstructor, IReadOnlyList<Sampled> samples, CancellationToken stop) =>
        samples.ReplaceWhere(
            sample => sample.IsClosed && sample.Position.Own is not null,
            closed => reconstructor.Score(
                [.. closed.Select(sample => sample.Explanation!.Description!)],
                [.. closed.Select(sample => sample.Position.Own!.Vector)],
                stop),
            (sample, outcome) => sample with { Fidelity = outcome.Value, ScoreProblem = outcome.Failure });

    private IEnumerable<Sampled> Samples(string condition, CapturedPosition position) =>
        Enumerable.Range(0, audit.Sampling.Samples).Select(sample => new Sampled(
            new SampleKey(audit.Seed, position.Item.Transcript.Id, condition, position.Token.Position, sample), position, null));

    private static VerbalizationRequest ToRequest(Sampled sample) => new(sample.Key, sample.Position.Activation?.Vector);
}
