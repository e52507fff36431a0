using Parquet.Schema;

namespace EvalAwareness.Results.Columns;

/// <summary>Makes the columns of one table.</summary>
public static class ColumnsOf<TRow>
{
    public static Column<TRow> Text(string name, Func<TRow, string> get) => new TextColumn<TRow>(name, get, nullable: false);

    public static Column<TRow> OptionalText(string name, Func<TRow, string?> get) => new TextColumn<TRow>(name, get, nullable: true);

    public static Column<TRow> Value<TValue>(string name, Func<TRow, TValue> get) where TValue : struct =>
        new ValueColumn<TRow, TValue>(new DataField(name, typeof(TValue), isNullable: false), get);

    public static Column<TRow> Optional<TValue>(string name, Func<TRow, TValue?> get) where TValue : struct =>
        new NullableColumn<TRow, TValue>(new DataField(name, typeof(TValue), isNullable: true), get);
}
