using DuckDB.NET.Data;

namespace EvalAwareness.Cli.Tests.Interop;

/// <summary>Reads and writes Parquet as another tool would.</summary>
internal static class DuckDb
{
    /// <summary>The rows of a query as DuckDB returns them; null where a value is NULL.</summary>
    public static List<object?[]> Query(string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<object?[]>();
        while (reader.Read())
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(column => reader.IsDBNull(column) ? null : reader.GetValue(column))]);
        return rows;
    }

    /// <summary>The one value of a query.</summary>
    public static T Value<T>(string sql) => (T)Query(sql).Single().Single()!;

    /// <summary>Values of the one column of a query.</summary>
    public static List<T?> Column<T>(string sql) => [.. Query(sql).Select(row => (T?)row.Single())];

    /// <summary>Writes the rows of a query.</summary>
    public static void Write(string query, string path) => Query($"copy ({query}) to '{path}' (format parquet)");
}
