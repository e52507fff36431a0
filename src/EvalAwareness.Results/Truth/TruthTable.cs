using EvalAwareness.Results.Columns;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Truth;

/// <summary>truth.parquet and truth.csv: every number of the truth study, one a row.</summary>
public static class TruthTable
{
    /// <summary>Writes both files into the folder of a run, replacing those that lie there.</summary>
    /// <exception cref="IOException">A file cannot be written.</exception>
    public static async Task WriteAsync(TruthStudy study, string folder, CancellationToken stop)
    {
        var rows = TruthRows.Of(study).ToList();
        await TableWriter<TruthRow>.WriteAllAsync(TruthSchema.Table, Path.Combine(folder, TruthSchema.Table.FileName), rows, stop);
        await Spreadsheet.WriteAsync(rows, Path.Combine(folder, "truth.csv"), Spreadsheet.SnakeCase, stop);
    }
}
