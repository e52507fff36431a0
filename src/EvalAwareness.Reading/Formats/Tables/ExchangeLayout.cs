using System.Buffers;
using System.Text.Json;

namespace EvalAwareness.Reading.Formats.Tables;

/// <summary>A question and an answer a row, in columns of their own.</summary>
internal sealed class ExchangeLayout(TableColumns columns, int question, int answer) : ITableLayout
{
    private readonly int? _input = IsNamed(columns, question, "instruction") ? columns.Find("input") : null;
    private readonly int? _reasoning = columns.Find("reasoning_content", "reasoning", "thinking");

    public IReadOnlySet<int> Columns => TableLayouts.Some(question, answer, _input, _reasoning, columns.Id, columns.Model, columns.System);

    public static ExchangeLayout? Of(TableColumns columns) =>
        columns.Find("prompt", "question", "instruction", "input") is { } question
        && columns.Find("response", "completion", "output", "answer", "chosen") is { } answer
            ? new ExchangeLayout(columns, question, answer)
            : null;

    public IAsyncEnumerable<TableItem> ItemsAsync(IAsyncEnumerable<TableRow> rows, CancellationToken stop) => rows.Select(Item);

    private TableItem Item(TableRow row)
    {
        if (row.Problem is not null)
            return TableItem.At(row.Number, default, row.Problem);
        return row[answer].IsBlank
            ? TableItem.At(row.Number, default, $"`{columns.Names[answer]}` is empty")
            : columns.Describe(TableItem.At(row.Number, Json(row)), row);
    }

    private ReadOnlyMemory<byte> Json(TableRow row)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartObject();
        json.WriteCell(_input is null ? "prompt" : "instruction", row[question] is { Text: null } ? new Cell("") : row[question]);
        json.WriteCell("input", row[_input]);
        json.WriteCell(IsNamed(columns, answer, "chosen") ? "chosen" : "response", row[answer]);
        json.WriteCell("reasoning", row[_reasoning]);
        json.WriteEndObject();
        json.Flush();
        return buffer.WrittenMemory;
    }

    private static bool IsNamed(TableColumns columns, int column, string name) => columns.Find(name) == column;
}
