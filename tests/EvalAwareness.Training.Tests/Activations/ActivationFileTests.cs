using DuckDB.NET.Data;
using EvalAwareness.Core;
using EvalAwareness.Training.Activations;

namespace EvalAwareness.Training.Tests.Activations;

public sealed class ActivationFileTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("activations");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    private string Path => System.IO.Path.Combine(_root.FullName, "av-00000.parquet");

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task Rows_come_back_bit_by_bit()
    {
        StoredActivation[] rows =
        [
            new("a", 50, 7, " the", "Under the", [1.5f, float.MinValue, 1e-42f]),
            new("b", 99, 8, "ü", "", [0.1f, -0f, float.MaxValue]),
        ];

        await ActivationFile.WriteAsync(Path, "av", rows, Stop);

        var read = await ActivationFile.ReadAsync(Path, Stop);
        float[] none = [];
        Assert.Equal(rows.Select(row => row with { Vector = none }), read.Select(row => row with { Vector = none }));
        Assert.Equal(rows.Select(row => row.Vector.Select(BitConverter.SingleToInt32Bits)), read.Select(row => row.Vector.Select(BitConverter.SingleToInt32Bits)));
        Assert.Equal([new("a", 50), new("b", 99)], await ActivationFile.ReadKeysAsync(Path, Stop));
    }

    [Fact]
    public async Task Another_reader_finds_lists_of_floats()
    {
        await ActivationFile.WriteAsync(Path, "av", [new("a", 50, 7, " the", "Under the", [3, 4]), new("b", 51, 8, " sea", "the sea", [0, 2])], Stop);

        Assert.Equal("FLOAT[]", Query($"select column_type from (describe select * from '{Path}') where column_name = 'activation_vector'").Single());
        Assert.Equal(
            ["a av 50 7 5.0 [3.0, 4.0]", "b av 51 8 2.0 [0.0, 2.0]"],
            Query($"select concat_ws(' ', doc_id, split, position, token_id, l2_norm, activation_vector) from '{Path}'"));
    }

    [Fact]
    public async Task A_damaged_file_is_refused_by_name()
    {
        await File.WriteAllTextAsync(Path, "PAR1 and nothing else", Stop);

        var refused = await Assert.ThrowsAsync<RefusedException>(() => ActivationFile.ReadAsync(Path, Stop));

        Assert.Contains(Path, refused.Message);
    }

    private static List<string> Query(string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(reader.GetString(0));
        return rows;
    }
}
