using EvalAwareness.Core;
using EvalAwareness.Training.Nla;
using EvalAwareness.Training.Summaries;
using EvalAwareness.Training.WarmStart;

namespace EvalAwareness.Training.Activations;

/// <summary>Activations and summaries that lie on disk.</summary>
/// <param name="folder">Where they lie.</param>
public sealed class StoredNlaData(TrainingFolder folder) : INlaData
{
    /// <summary>Enough for a mean direction, and at 7 B parameters a hundred megabytes.</summary>
    private const int MeasuredActivations = 8192;

    private readonly ActivationFolder _activations = new(folder.Activations);
    private readonly Lazy<IReadOnlyDictionary<ActivationKey, string>> _summaries = new(() => SummaryFile.ReadKept(folder.Summaries));

    public ISummaryImportance Importance { get; } = new EqualImportance();

    /// <summary>Of the first activations of both halves' documents.</summary>
    public ActivationStatistics Measure()
    {
        var vectors = new[] { DataSplit.Verbalizer, DataSplit.Reconstructor }.SelectMany(_activations.Files)
            .SelectMany(file => ActivationFile.ReadAsync(file, CancellationToken.None).GetAwaiter().GetResult())
            .Take(MeasuredActivations).Select(row => row.Vector).ToList();
        return vectors.Count > 0
            ? ActivationStatistics.Of(vectors)
            : throw new RefusedException($"{folder.Activations}: there are no activations of the warm start; run train warm-start with this --out first.");
    }

    public IExampleSource Examples(DataSplit split) => new SummarizedRows(
        StoredRows.Open(_activations, split, _summaries.Value.ContainsKey), _summaries.Value);

    public IActivationSource Activations(DataSplit split) => new PlainRows(StoredRows.Open(_activations, split, _ => true));

    public void Dispose() { }

    private sealed class SummarizedRows(StoredRows rows, IReadOnlyDictionary<ActivationKey, string> summaries) : IExampleSource
    {
        public IReadOnlyList<WarmStartExample> At(int step, int count) =>
            [.. rows.At(step, count).Select(row => new WarmStartExample(row.Vector, summaries[row.Key]))];
    }

    private sealed class PlainRows(StoredRows rows) : IActivationSource
    {
        public IReadOnlyList<float[]> At(int step, int count) => [.. rows.At(step, count).Select(row => row.Vector)];
    }
}
