using System.Reflection;
using EvalAwareness.Results.Columns;
using Parquet.Schema;

namespace EvalAwareness.Cli.Interop;

/// <summary>A column that another tool wrote, of whatever type, carried over as it is.</summary>
internal static class CarriedColumn
{
    private static readonly MethodInfo Maker = typeof(CarriedColumn).GetMethod(nameof(Make), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Those of a schema that hold one value in every row.</summary>
    public static IReadOnlyList<DataField> FieldsOf(ParquetSchema schema) =>
        [.. schema.Fields.OfType<DataField>().Where(field => field.MaxRepetitionLevel == 0)];

    public static Column<ExplainedRow> Of(DataField field) =>
        (Column<ExplainedRow>)Maker.MakeGenericMethod(field.ClrType).Invoke(null, [field])!;

    private static Column<ExplainedRow> Make<TValue>(DataField field) where TValue : struct => field.IsNullable
        ? new NullableColumn<ExplainedRow, TValue>(field, row => row.Row.Source.Optional<TValue>(field.Name))
        : new ValueColumn<ExplainedRow, TValue>(field, row => row.Row.Source.Value<TValue>(field.Name));
}
