using EvalAwareness.Results.Tests.Synthetic;
using EvalAwareness.Results.Truth;

namespace EvalAwareness.Results.Tests.Truth;

public sealed class TruthTableTests
{
    private static readonly TruthStudy Study = SyntheticStudy.Study;

    [Fact]
    public async Task Any_reader_sees_the_columns_and_the_spreadsheet_has_the_same()
    {
        using var folder = new TemporaryFolder();

        await TruthTable.WriteAsync(Study, folder.Path, TestContext.Current.CancellationToken);

        Golden.Match("truth.schema.txt", DuckDb.Schema(folder.File("truth.parquet")));
        Assert.Equal(
            DuckDb.Query($"describe select * from '{folder.File("truth.parquet")}'").Select(row => row[0]),
            File.ReadLines(folder.File("truth.csv")).First().Split(','));
        Assert.Equal(
            DuckDb.Query($"select count(*) from '{folder.File("truth.parquet")}'")[0][0],
            (long)File.ReadLines(folder.File("truth.csv")).Count() - 1);
    }

    [Fact]
    public async Task A_row_holds_a_number_with_its_interval_and_both_counts()
    {
        using var folder = new TemporaryFolder();
        await TruthTable.WriteAsync(Study, folder.Path, TestContext.Current.CancellationToken);

        var row = Assert.Single(DuckDb.Query(
            $"select value, ci_low, ci_high, ci_method, n, n_other from '{folder.File("truth.parquet")}' where section = 'detection' "
            + "and condition = 'baseline' and subject = 'explanation' and subset = 'all' and quantity = 'auroc'"));

        Assert.Equal([1.0, 1.0, 1.0, "bootstrap_transcripts_95", 10, 20], row);
    }

    [Fact]
    public async Task Section_subject_subset_quantity_and_place_name_a_row()
    {
        using var folder = new TemporaryFolder();
        await TruthTable.WriteAsync(Study, folder.Path, TestContext.Current.CancellationToken);

        var twice = DuckDb.Query(
            $"select section, quantity from '{folder.File("truth.parquet")}' where section != 'roc' "
            + "group by section, condition, subject, subset, quantity, \"at\" having count(*) > 1");

        Assert.Empty(twice);
    }
}
