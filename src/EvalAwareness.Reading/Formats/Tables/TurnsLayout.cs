using System.Runtime.CompilerServices;

namespace EvalAwareness.Reading.Formats.Tables;

/// <summary>A message a row; rows of the same conversation stand together.</summary>
internal sealed class TurnsLayout(TableColumns columns, int role, int content) : ITableLayout
{
    private readonly TurnColumns _turn = new(
        role, content, columns.Find("reasoning_content", "reasoning", "thinking"), columns.Find("tool_calls"), columns.Find("tool_call_id"),
        columns.Find("index", "turn", "turn_index", "message_index", "position"));

    public IReadOnlySet<int> Columns =>
        TableLayouts.Some(role, content, _turn.Reasoning, _turn.ToolCalls, _turn.ToolCallId, _turn.Index, columns.Id, columns.Model, columns.System);

    public static TurnsLayout? Of(TableColumns columns) =>
        columns.Find("role") is { } role && columns.Find("content") is { } content ? new TurnsLayout(columns, role, content) : null;

    public async IAsyncEnumerable<TableItem> ItemsAsync(IAsyncEnumerable<TableRow> rows, [EnumeratorCancellation] CancellationToken stop)
    {
        var seen = new Dictionary<string, long>(StringComparer.Ordinal);
        TurnGroup? group = null;
        await foreach (var row in rows.WithCancellation(stop))
        {
            if (row.Problem is not null)
            {
                yield return TableItem.At(row.Number, default, row.Problem);
                continue;
            }
            var id = row[columns.Id].Stated;
            if (group is not null && group.Id != id)
                yield return Item(group, seen);
            if (group is null || group.Id != id)
                group = new TurnGroup(id, row.Number, _turn);
            group.Add(row);
        }
        if (group is not null)
            yield return Item(group, seen);
    }

    /// <summary>An id that comes back after others is a conversation that cannot be put together without holding the whole table.</summary>
    private TableItem Item(TurnGroup group, Dictionary<string, long> seen)
    {
        if (group.Id is not { } id || seen.TryAdd(id, group.FirstRow))
            return columns.Describe(group.Item(), group.First);
        return TableItem.At(group.FirstRow, default, $"messages of `{id}` ({group.Count}) apart from its others at row {seen[id]}; sort the table by conversation");
    }
}
