using System.Runtime.CompilerServices;
using System.Text.Json;
using EvalAwareness.Core;

namespace EvalAwareness.Training.Documents;

/// <summary>One document a line: <c>text</c>, or <c>messages</c> in the chat format, and perhaps an <c>id</c>.</summary>
internal static class DocumentLines
{
    public static async IAsyncEnumerable<CorpusItem> ReadAsync(string file, [EnumeratorCancellation] CancellationToken stop)
    {
        var number = 0;
        await foreach (var line in File.ReadLinesAsync(file, stop))
        {
            number++;
            if (!string.IsNullOrWhiteSpace(line))
                yield return Read($"{Path.GetFileName(file)}:{number}", line);
        }
    }

    private static CorpusItem Read(string source, string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return Read(source, json.RootElement);
        }
        catch (JsonException error)
        {
            return CorpusItem.Skip(source, $"is no JSON ({error.Message})");
        }
        catch (ItemException error)
        {
            return CorpusItem.Skip(source, error.Message);
        }
    }

    private static CorpusItem Read(string source, JsonElement line)
    {
        if (line.ValueKind != JsonValueKind.Object)
            throw new ItemException("is no JSON object");
        var id = ChatJson.Text(line, "id");
        if (line.TryGetProperty("messages", out var messages))
            return DocumentFields.Conversation(source, id, messages, ChatJson.Messages(messages));
        return DocumentFields.Text(source, id, ChatJson.Text(line, "text") ?? throw new ItemException("has neither `text` nor `messages`"));
    }
}
