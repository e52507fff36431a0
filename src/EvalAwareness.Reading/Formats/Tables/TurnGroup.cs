using System.Buffers;
using System.Globalization;
using System.Text.Json;
using EvalAwareness.Reading.Files;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.Tables;

/// <summary>The rows of one conversation.</summary>
internal sealed class TurnGroup(string? id, long firstRow, TurnColumns columns)
{
    // Short messages take more memory than their characters.
    private const int MostMessages = 1 << 20;

    private readonly List<TableRow> _rows = [];
    private long _characters;

    public string? Id => id;

    public long FirstRow => firstRow;

    public TableRow First => _rows[0];

    public int Count { get; private set; }

    public void Add(TableRow row)
    {
        Count++;
        _characters += row.Cells.Sum(cell => (long)(cell.Text?.Length ?? 0));
        if (!IsTooLong || _rows.Count == 0)
            _rows.Add(row);
    }

    public TableItem Item() => IsTooLong
        ? TableItem.At(firstRow, default, $"the conversation is too long: {Count} messages of {_characters} characters")
        : TableItem.At(firstRow, Json());

    private bool IsTooLong => _characters > SourceItem.Limit || Count > MostMessages;

    private ReadOnlyMemory<byte> Json()
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteStartArray("messages");
        foreach (var row in InOrder())
            Write(json, row);
        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    /// <summary>By their own numbers where every row has one.</summary>
    private IEnumerable<TableRow> InOrder()
    {
        var numbers = _rows.ConvertAll(row => NumberOf(row[columns.Index]));
        return numbers.Contains(null) ? _rows : _rows.Zip(numbers).OrderBy(row => row.Second).Select(row => row.First);
    }

    private static long? NumberOf(Cell cell) =>
        long.TryParse(cell.Text, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) ? number : null;

    private void Write(Utf8JsonWriter json, TableRow row)
    {
        json.WriteStartObject();
        json.WriteCell("role", row[columns.Role] with { Text = row[columns.Role].Text?.Trim().ToLowerInvariant() });
        json.WriteCell("content", row[columns.Content]);
        json.WriteCell("reasoning_content", row[columns.Reasoning]);
        json.WriteCell("tool_calls", Nested(row[columns.ToolCalls]));
        json.WriteCell("tool_call_id", row[columns.ToolCallId]);
        json.WriteEndObject();
    }

    /// <summary>Calls of tools stand as JSON in a column of text.</summary>
    private static Cell Nested(Cell cell)
    {
        if (cell.IsBlank || cell.IsJson)
            return cell.IsBlank ? default : cell;
        using var json = JsonValue.TryParse(cell.Text!);
        return json is null ? cell : cell with { IsJson = true };
    }
}
