using EvalAwareness.Results.Columns;
using EvalAwareness.Results.Tables;
using EvalAwareness.Results.Tests.Synthetic;

namespace EvalAwareness.Results.Tests.Store;

/// <summary>
/// Making a Parquet schema resets its fields before it sets them. When every file made its own schema over shared fields,
/// a file being written meanwhile lost the null markers of a column and showed other values in its place: half of all
/// young processes with four writers had such a file. The race hides under load, so what is tested is its cause.
/// </summary>
public sealed class SharedSchemaTests
{
    [Fact]
    public void All_files_of_a_table_are_written_with_one_schema() =>
        Assert.Same(ExplanationSchema.Table.Schema, ExplanationSchema.Table.Schema);

    [Fact]
    public async Task Writing_a_file_makes_no_schema_of_its_own()
    {
        using var folder = new TemporaryFolder();
        var stop = TestContext.Current.CancellationToken;
        // Fields attached to no schema are refused by the writer: if it made one itself, this table could be written.
        var table = ExplanationSchema.Table with { Columns = [ColumnsOf<ExplanationRow>.Text("transcript_id", row => row.TranscriptId)] };

        await Assert.ThrowsAnyAsync<Exception>(() => TableWriter<ExplanationRow>.WriteAllAsync(
            table, folder.File("explanations.parquet"), new SyntheticRun(perDataset: 1).Block(0).Explanations, stop));
    }
}
