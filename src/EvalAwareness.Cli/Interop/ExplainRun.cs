using EvalAwareness.Cli.Auditing;
using EvalAwareness.Core;
using EvalAwareness.Core.Explanations;
using EvalAwareness.Core.Models;
using EvalAwareness.Core.Progress;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Results.Columns;

namespace EvalAwareness.Cli.Interop;

/// <summary>Puts the rows of a file of activations into words, and reads the words back where there is a reconstructor.</summary>
internal sealed class ExplainRun(Verbalizer verbalizer, Reconstructor? reconstructor, SamplingOptions sampling, ulong seed, TextWriter error)
{
    /// <summary>On the thread that calls it, files included: LibTorch keeps a team of workers for every thread that it is called from.</summary>
    /// <returns>The rows that failed.</returns>
    public IReadOnlyList<SkippedItem> Run(
        string file, ActivationTable activations, TableWriter<ExplainedRow> table, IProgressStage progress, CancellationToken stop)
    {
        var failed = new List<SkippedItem>();
        foreach (var rows in activations.ReadAsync(stop).ToBlockingEnumerable(stop))
        {
            if (table.Rows == 0)
                CheckFirst(file, rows, stop);
            foreach (var row in Explain(rows, stop))
            {
                table.WriteAsync(row, stop).GetAwaiter().GetResult();
                if (row is { Problem: { } problem, Sample: 0 })
                    failed.Add(new SkippedItem($"{row.Row.Document}, position {row.Row.Position}", problem));
            }
            progress.Advance(rows.Count);
        }
        return failed;
    }

    private void CheckFirst(string file, IReadOnlyList<ActivationRow> rows, CancellationToken stop)
    {
        ReadableVectors.Require(file, rows, verbalizer.Sidecar);
        SelfCheck.Run(
            verbalizer, reconstructor, [.. rows.Select(row => new Activation(row.Document, row.Position, row.Vector))],
            isFamiliarText: !verbalizer.Card.IsOrganism, ResidencyChoice.Resident, error, stop);
    }

    /// <summary>For every row its samples in order; those of a row that cannot be read stay without words.</summary>
    private IEnumerable<ExplainedRow> Explain(IReadOnlyList<ActivationRow> rows, CancellationToken stop)
    {
        var samples = rows.SelectMany(Samples).ToList();
        var readable = samples.Where(sample => sample.Problem is null).ToList();
        var explanations = verbalizer.Explain(
            [.. readable.Select(sample => new VerbalizationRequest(Key(sample), sample.Row.Vector))], sampling, stop);
        var explained = new Queue<ExplainedRow>(Score(
            [.. readable.Zip(explanations, (sample, explanation) => sample with { Explanation = explanation })], stop));
        return samples.Select(sample => sample.Problem is null ? explained.Dequeue() : sample);
    }

    private IEnumerable<ExplainedRow> Samples(ActivationRow row)
    {
        var problem = verbalizer.ProblemOf(row.Vector);
        return Enumerable.Range(0, sampling.Samples).Select(sample => new ExplainedRow(row, sample) { Problem = problem });
    }

    /// <summary>The key that a run of the same seed has for the same position: both sample the same words.</summary>
    private SampleKey Key(ExplainedRow sample) => new(seed, sample.Row.Document, Conditions.Baseline, sample.Row.Position, sample.Sample);

    private IEnumerable<ExplainedRow> Score(IReadOnlyList<ExplainedRow> rows, CancellationToken stop)
    {
        if (reconstructor is null)
            return rows;
        var closed = rows.Where(row => row.IsClosed).ToList();
        var scores = new Queue<Fidelity>(reconstructor.Score(
            [.. closed.Select(row => row.Explanation!.Description!)], [.. closed.Select(row => row.Row.Vector)], stop));
        return rows.Select(row => row.IsClosed ? row with { Fidelity = scores.Dequeue() } : row);
    }
}
