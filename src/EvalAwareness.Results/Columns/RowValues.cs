namespace EvalAwareness.Results.Columns;

/// <summary>The values of one row of a row group, by column name.</summary>
public sealed class RowValues(IReadOnlyDictionary<string, object?[]> columns, int row)
{
    /// <summary>A value of any type; null where it is missing, and where there is no such column.</summary>
    public object? Any(string column) => columns.TryGetValue(column, out var values) ? values[row] : null;

    public string Text(string column) => (string)columns[column][row]!;

    public string? OptionalText(string column) => (string?)columns[column][row];

    public TValue Value<TValue>(string column) where TValue : struct => (TValue)columns[column][row]!;

    public TValue? Optional<TValue>(string column) where TValue : struct => (TValue?)columns[column][row];
}
