using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Models;
using EvalAwareness.Pipeline.Auditing;
using EvalAwareness.Pipeline.Capturing;
using EvalAwareness.Pipeline.Running;

namespace EvalAwareness.Pipeline.Explaining;

/// <summary>Puts activations into words, and reads the words back where there is a reconstructor.</summary>
internal sealed class ExplainStage(AuditModels models, AuditOptions audit)
{
    /// <summary>For every position its samples in order; those without an activation stay without words.</summary>
    public IReadOnlyList<Sampled> Explain(string condition, IReadOnlyList<CapturedPosition> positions, CancellationToken stop)
    {
        var nla = models.Under(condition);
        var samples = positions.SelectMany(position => Samples(condition, position)).ToList();
        return Score(nla.Reconstructor, Verbalize(nla.Verbalizer, samples, stop), stop);
    }

    private IEnumerable<Sampled> Samples(string condition, CapturedPosition position) =>
        Enumerable.Range(0, audit.Sampling.Samples).Select(sample => new Sampled(
            new SampleKey(audit.Seed, position.Item.Transcript.Id, condition, position.Token.Position, sample), position, null));

    private IReadOnlyList<Sampled> Verbalize(
        IVerbalizer verbalizer, IReadOnlyList<Sampled> samples, CancellationToken stop) => samples.ReplaceWhere(
        sample => sample.Position.Status == CaptureStatus.Captured,
        readable => verbalizer.Explain([.. readable.Select(ToRequest)], audit.Sampling, stop),
        (sample, outcome) => sample with { Explanation = outcome.Value, Problem = outcome.Failure });

    private IReadOnlyList<Sampled> Score(
        IReconstructor? reconstructor, IReadOnlyList<Sampled> samples, CancellationToken stop) => reconstructor is null
        ? samples
        : samples.ReplaceWhere(
            sample => sample.IsClosed && sample.Position.Own is not null,
            closed => reconstructor.Score(
                [.. closed.Select(sample => sample.Explanation!.Description!)],
                [.. closed.Select(sample => sample.Position.Own!.Vector)],
                stop),
            (sample, outcome) => sample with { Fidelity = outcome.Value, ScoreProblem = outcome.Failure });

    private static VerbalizationRequest ToRequest(Sampled sample) => new(sample.Key, sample.Position.Activation?.Vector);
}
