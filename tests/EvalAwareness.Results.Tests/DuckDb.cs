using DuckDB.NET.Data;

namespace EvalAwareness.Results.Tests;

/// <summary>Reads tables with a reader that did not write them.</summary>
internal static class DuckDb
{
    /// <summary>Rows of a query, each value as DuckDB returns it; null where it is NULL.</summary>
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

    /// <summary>The rows of a Parquet file as text, one per line, in file order.</summary>
    public static string Rows(string path, string columns = "*") =>
        string.Join("\n", Query($"select {columns} from '{path}'").Select(row => string.Join(" | ", row)));

    /// <summary>Column names and types, one per line.</summary>
    public static string Schema(string path) =>
        string.Join("\n", Query($"describe select * from '{path}'").Select(row => $"{row[0]} {row[1]}"));
}
