namespace EvalAwareness.Reading.Formats.Tables;

/// <summary>One row of a table.</summary>
/// <param name="Number">Its place, from 1; a header is none.</param>
/// <param name="Cells">A cell for each column; blank in columns that are not asked for.</param>
/// <param name="Problem">Why there are no cells; null when there are.</param>
internal sealed record TableRow(long Number, IReadOnlyList<Cell> Cells, string? Problem = null)
{
    /// <summary>The cell of a column; blank where there is no such column.</summary>
    public Cell this[int? column] => column is { } index ? Cells[index] : default;
}
