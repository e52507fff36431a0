using EvalAwareness.Results.Tests.Synthetic;

namespace EvalAwareness.Results.Tests.Store;

/// <summary>The tables as another reader sees them.</summary>
public sealed class TableSchemaTests
{
    [Theory]
    [InlineData("transcripts")]
    [InlineData("explanations")]
    [InlineData("verdicts")]
    [InlineData("rates")]
    public async Task Any_reader_sees_the_columns_and_types(string table)
    {
        using var folder = new TemporaryFolder();
        await new SyntheticRun(perDataset: 1).WriteAsync(folder.Path);

        Golden.Match($"{table}.schema.txt", DuckDb.Schema(folder.File($"{table}.parquet")));
    }

    [Fact]
    public async Task Tables_are_compressed_with_zstandard()
    {
        using var folder = new TemporaryFolder();
        await new SyntheticRun(perDataset: 1).WriteAsync(folder.Path);

        var codecs = DuckDb.Query($"select distinct compression from parquet_metadata('{folder.File("explanations.parquet")}')");

        Assert.Equal("ZSTD", Assert.Single(codecs)[0]);
    }

    [Fact]
    public async Task Values_and_nulls_survive()
    {
        using var folder = new TemporaryFolder();
        await new SyntheticRun(perDataset: 1).WriteAsync(folder.Path);

        var turn = Assert.Single(DuckDb.Query(
            $"select position, sample, verdict, cached from '{folder.File("verdicts.parquet")}' where subject = 'turn' and dataset = 'blackmail'"));
        var first = DuckDb.Query($"select position, l2_norm, seed, closed, description from '{folder.File("explanations.parquet")}'")[0];

        Assert.Equal([null, null, "yes", false], turn);
        Assert.Equal([60, 10.0, 7UL, true, "A blackmail scene; the assistant suspects an evaluation and writes sentence 0."], first);
    }

    [Fact]
    public async Task The_spreadsheet_has_the_columns_of_the_rates_table()
    {
        using var folder = new TemporaryFolder();
        await new SyntheticRun().WriteAsync(folder.Path);

        var header = File.ReadLines(folder.File("rates.csv")).First();

        Assert.Equal(DuckDb.Query($"describe select * from '{folder.File("rates.parquet")}'").Select(row => row[0]), header.Split(','));
        Golden.Match("rates.csv", File.ReadAllText(folder.File("rates.csv")));
    }
}
