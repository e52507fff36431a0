using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using EvalAwareness.Core;
using EvalAwareness.Reading.Files;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats;

/// <summary>Reads a file whose lines make up conversations; one that cannot be read is an entry of its own, and the rest goes on.</summary>
/// <param name="format">Name of the format.</param>
/// <param name="lines">Puts the lines together.</param>
internal sealed class LinesReading(string format, IConversationLines lines)
{
    private readonly List<ReadConversation> _ready = [];
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private string? _firstPlace;

    public async IAsyncEnumerable<ReadConversation> ReadAsync(SourceFile file, [EnumeratorCancellation] CancellationToken stop)
    {
        await foreach (var item in file.ItemsAsync(stop))
        {
            Attempt(item.Place, () => Take(item));
            foreach (var conversation in _ready)
                yield return conversation;
            _ready.Clear();
        }
        Attempt(_firstPlace ?? "1", () => Close(lines.Finish()));
        foreach (var conversation in _ready)
            yield return conversation;
    }

    private void Take(SourceItem item)
    {
        if (item.Problem is not null)
            throw new ItemException(item.Problem);
        using var document = JsonValue.Parse(item.Json);
        Close(lines.Add(document.RootElement, item.Place));
        _firstPlace ??= item.Place;
        _hash.AppendData(item.Json.Span);
    }

    private void Close(Conversation? conversation)
    {
        if (conversation is null)
            return;
        _ready.Add(new ReadConversation(format, _firstPlace!, Convert.ToHexStringLower(_hash.GetHashAndReset())) { Conversation = conversation });
        _firstPlace = null;
    }

    private void Attempt(string place, Action read)
    {
        try
        {
            read();
        }
        catch (ItemException unreadable)
        {
            _ready.Add(new ReadConversation(format, place, "") { Problem = unreadable.Message });
        }
    }
}
