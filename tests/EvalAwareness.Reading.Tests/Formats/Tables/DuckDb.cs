using DuckDB.NET.Data;

namespace EvalAwareness.Reading.Tests.Formats.Tables;

/// <summary>Writes tables with a writer that shares nothing with the reader.</summary>
internal static class DuckDb
{
    /// <param name="select">The rows.</param>
    /// <param name="path">The Parquet file they go to.</param>
    /// <param name="options">Options of the writer, such as its compression.</param>
    public static void Write(string select, string path, string options = "compression zstd")
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"copy ({select}) to '{path}' (format parquet, {options})";
        command.ExecuteNonQuery();
    }
}
