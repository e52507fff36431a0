using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Reading.Files;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats;

/// <summary>Files whose items are a conversation each, in any of several shapes, told item by item.</summary>
internal sealed class ShapedItems(string name, IReadOnlyList<IConversationShape> shapes) : ITranscriptFormat
{
    public string Name => name;

    public bool Recognizes(FileHead head) => head.Shape is FileShape.JsonLines or FileShape.JsonArray or FileShape.JsonObject;

    public IAsyncEnumerable<ReadConversation> ReadAsync(SourceFile file, CancellationToken stop)
    {
        var items = IsOneConversation(file.Head) ? file.WholeAsync(stop) : file.ItemsAsync(stop);
        return items.ReadInOrderAsync(item => ItemReading.Read(item, Name, Read), stop);
    }

    /// <summary>Whether the array of the file is itself one conversation.</summary>
    private bool IsOneConversation(FileHead head) => head.Shape == FileShape.JsonArray && shapes.Any(shape => shape.IsTurn(head.First));

    private (string, Conversation) Read(JsonElement value)
    {
        var shape = shapes.FirstOrDefault(shape => shape.Matches(value)) ?? throw new ItemException(Unknown(value));
        return (shape.Name, shape.Read(value));
    }

    private string Unknown(JsonElement value) => value.ValueKind == JsonValueKind.Object
        ? $"no {(shapes.Count == 1 ? $"conversation of the format {Name}" : "conversation")}: the keys here are {value.KeyNames()}"
        : $"a conversation is an object, not {value.Noun()}";
}
