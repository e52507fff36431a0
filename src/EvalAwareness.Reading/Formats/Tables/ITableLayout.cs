namespace EvalAwareness.Reading.Formats.Tables;

/// <summary>A way in which the rows of a table hold conversations.</summary>
internal interface ITableLayout
{
    /// <summary>The columns that are read; the others need not be.</summary>
    IReadOnlySet<int> Columns { get; }

    /// <summary>The conversations, in the order of their first rows; a row that cannot be had is one with its problem.</summary>
    IAsyncEnumerable<TableItem> ItemsAsync(IAsyncEnumerable<TableRow> rows, CancellationToken stop);
}
