using System.Runtime.CompilerServices;
using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.Tables;

/// <summary>Makes conversations of the rows of a table.</summary>
internal sealed class TableReading(string format, IReadOnlyList<IConversationShape> shapes)
{
    public async IAsyncEnumerable<ReadConversation> ReadAsync(
        ITableLayout layout, IAsyncEnumerable<TableRow> rows, [EnumeratorCancellation] CancellationToken stop)
    {
        var isEmpty = true;
        await foreach (var item in layout.ItemsAsync(rows, stop))
        {
            isEmpty = false;
            yield return ItemReading.Read(item.Source, format, value => (format, item.Complete(Read(value))));
        }
        if (isEmpty)
            yield return Refused("a table without rows");
    }

    public ReadConversation Refused(string problem) => new(format, "1", "") { Problem = problem };

    private Conversation Read(JsonElement value) => shapes.FirstOrDefault(shape => shape.Matches(value)) is { } shape
        ? shape.Read(value)
        : throw new ItemException(Unknown(value));

    private static string Unknown(JsonElement value) => value.ValueKind == JsonValueKind.Object
        ? $"no conversation: the keys here are {value.KeyNames()}"
        : $"a conversation is a list or an object, not {value.Noun()}";
}
