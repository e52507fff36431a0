using System.Text;
using EvalAwareness.Reading.Files;

namespace EvalAwareness.Reading.Formats.Tables;

/// <summary>A conversation a row, all of it in one column: JSON in any of the known shapes, or nested.</summary>
internal sealed class MessagesLayout(TableColumns columns, int messages) : ITableLayout
{
    public IReadOnlySet<int> Columns { get; } = TableLayouts.Some(messages, columns.Id, columns.Model, columns.System);

    public static MessagesLayout? Of(TableColumns columns) =>
        columns.Find("messages", "conversations", "conversation", "chosen_messages", "transcript") is { } messages
            ? new MessagesLayout(columns, messages)
            : null;

    public IAsyncEnumerable<TableItem> ItemsAsync(IAsyncEnumerable<TableRow> rows, CancellationToken stop) => rows.Select(Item);

    private TableItem Item(TableRow row)
    {
        if (row.Problem is not null)
            return TableItem.At(row.Number, default, row.Problem);
        var cell = row[messages];
        if (cell.IsBlank || cell.Text!.Length > SourceItem.Limit)
            return TableItem.At(row.Number, default, $"`{columns.Names[messages]}` is {(cell.IsBlank ? "empty" : $"longer than {SourceItem.Limit >> 20} MB")}");
        return columns.Describe(TableItem.At(row.Number, Encoding.UTF8.GetBytes(cell.Text)), row);
    }
}
