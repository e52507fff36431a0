using EvalAwareness.Inference.Activations;
using EvalAwareness.Results.Columns;
using Parquet;
using Parquet.Schema;

namespace EvalAwareness.Cli.Interop;

/// <summary>The activations themselves: a list of float32 in every row.</summary>
internal sealed class VectorColumn<TRow>(Func<TRow, float[]> get) : Column<TRow>(new DataField<float>("element"))
{
    private ListField? _list;

    public override Field Outer => _list ??= VectorField.ListOf(Field);

    public override Task WriteAsync(ParquetRowGroupWriter group, IReadOnlyList<TRow> rows, CancellationToken stop) =>
        VectorField.WriteAsync(group, Field, [.. rows.Select(get)], stop);

    public override async Task<object?[]> ReadAsync(ParquetRowGroupReader group, CancellationToken stop) =>
        [.. await VectorField.ReadAsync(group, Field, stop)];
}
