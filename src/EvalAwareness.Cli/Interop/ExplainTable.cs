using EvalAwareness.Core;
using EvalAwareness.Core.Models;
using EvalAwareness.Results.Columns;
using Parquet.Schema;
using Column = EvalAwareness.Results.Columns.ColumnsOf<EvalAwareness.Cli.Interop.ExplainedRow>;

namespace EvalAwareness.Cli.Interop;

/// <summary>The file of explanations: what stood in the file of activations, and beside it what was sampled, how, and how well it
/// reads back.</summary>
internal static class ExplainTable
{
    /// <param name="file">The file of activations, for messages.</param>
    /// <param name="carried">Its fields that are carried over.</param>
    /// <param name="sampling">Recorded in every row: no two tools sample alike.</param>
    /// <param name="seed">Recorded in every row.</param>
    /// <exception cref="RefusedException">A column of the file has the name of one that is written.</exception>
    public static TableSchema<ExplainedRow> Schema(string file, IReadOnlyList<DataField> carried, SamplingOptions sampling, ulong seed)
    {
        var written = Written(sampling, seed);
        var taken = carried.Select(field => field.Name).Intersect(written.Select(column => column.Field.Name)).ToList();
        if (taken.Count > 0)
            throw new RefusedException(
                [.. taken.Select(name => $"{file}: the column {name} is one that explain writes; rename it or leave it out.")]);
        return new([.. carried.Select(field => CarriedColumn.Of((DataField)field.Clone())), .. written]);
    }

    private static IReadOnlyList<Column<ExplainedRow>> Written(SamplingOptions sampling, ulong seed) =>
    [
        Column.Value("sample", row => row.Sample),
        Column.OptionalText("description", row => row.Explanation?.Description),
        Column.OptionalText("raw_response", row => row.Explanation?.RawResponse),
        Column.Text("status", row => row.Status),
        Column.Value("closed", row => row.IsClosed),
        Column.Optional("generated_tokens", row => row.Explanation?.GeneratedTokens),
        Column.Optional("cosine_similarity", row => row.Fidelity?.CosineSimilarity),
        Column.Optional("mse", row => row.Fidelity?.Mse),
        Column.Optional("fve_nrm", row => row.Fidelity?.FveNrm),
        Column.OptionalText("problem", row => row.Problem),
        Column.Value("temperature", _ => sampling.Temperature),
        Column.Value("max_new_tokens", _ => sampling.MaxNewTokens),
        Column.Value("seed", _ => seed),
    ];
}
