using DuckDB.NET.Data;

namespace EvalAwareness.Tests.Tables;

/// <summary>Reads and writes tables as another tool would, with a program that shares nothing with ours.</summary>
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

    /// <summary>The rows of a Parquet file as text, one per line, in file order.</summary>
    public static string Rows(string path, string columns = "*") =>
        string.Join("\n", Query($"select {columns} from '{path}'").Select(row => string.Join(" | ", row)));

    /// <summary>Column names and types, one per line.</summary>
    public static string Schema(string path) =>
        string.Join("\n", Query($"describe select * from '{path}'").Select(row => $"{row[0]} {row[1]}"));

    /// <param name="select">The rows.</param>
    /// <param name="path">The Parquet file they go to.</param>
    /// <param name="options">Options of the writer, such as its compression.</param>
    public static void Write(string select, string path, string options = "compression zstd") =>
        Query($"copy ({select}) to '{path}' (format parquet, {options})");
}
