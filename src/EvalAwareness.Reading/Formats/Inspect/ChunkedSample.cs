using System.Globalization;
using EvalAwareness.Core;
using EvalAwareness.Reading.Files;
using EvalAwareness.Reading.Files.Archives;

namespace EvalAwareness.Reading.Formats.Inspect;

/// <summary>
/// A large sample: a small object that says which messages its conversation is made of, and beside it messages and attachments in chunks, each
/// named by the place of its first item. Events and calls of the model are chunks of their own and stay where they are.
/// </summary>
internal sealed class ChunkedSample(IReadOnlyDictionary<string, ZipMember> parts)
{
    private const string Shell = "sample.json";

    /// <exception cref="ItemException">A part is missing or damaged.</exception>
    public async Task<SourceItem> PickAsync(string place, CancellationToken stop)
    {
        var picked = await PickShellAsync(place, stop);
        var messages = new JsonPieces();
        await TakeAsync("messages", (_, message) => messages.Add(message), _ => true, stop);
        var pool = messages.List();
        picked.Picked.Add("message_pool", pool);
        picked.Picked.Add("attachments", await AttachmentsAsync(Attachments.NamedIn(pool), stop));
        return picked.Item(place);
    }

    private async Task<SamplePicker> PickShellAsync(string place, CancellationToken stop)
    {
        if (!parts.ContainsKey(Shell))
            throw new ItemException($"its `{Shell}` is missing");
        return await ReadAsync(Shell, async shell =>
        {
            var picker = new SamplePicker(shell);
            await picker.PickAsync(place, stop);
            return picker;
        }, stop);
    }

    private async Task<byte[]?> AttachmentsAsync(HashSet<string> wanted, CancellationToken stop)
    {
        var attachments = new JsonPieces();
        await TakeAsync("attachments", (name, text) => attachments.Add(name, Attachments.WithoutFile(text)), wanted.Contains, stop);
        return attachments.Object();
    }

    /// <summary>Takes the items of a sequence that are wanted, in order.</summary>
    private async Task TakeAsync(string sequence, Action<string, byte[]?> add, Func<string, bool> isWanted, CancellationToken stop)
    {
        var count = 0;
        foreach (var part in parts.Keys.Where(part => IsChunk(part, sequence)).InNaturalOrder(part => part))
        {
            if (part != $"{sequence}/{count}.json")
                throw new ItemException($"`{part}` is there and `{sequence}/{count}.json` is missing");
            count = await ReadAsync(part, chunk => TakeChunkAsync(chunk, count, add, isWanted, stop), stop);
        }
    }

    private static async Task<int> TakeChunkAsync(
        JsonScanner chunk, int start, Action<string, byte[]?> add, Func<string, bool> isWanted, CancellationToken stop)
    {
        var end = start;
        await foreach (var index in chunk.ItemsAsync(stop))
        {
            end = start + index + 1;
            var name = (end - 1).ToString(CultureInfo.InvariantCulture);
            if (isWanted(name))
                add(name, await chunk.TakeAsync(stop));
            else
                await chunk.SkipAsync(stop);
        }
        return end;
    }

    private async Task<T> ReadAsync<T>(string part, Func<JsonScanner, Task<T>> read, CancellationToken stop)
    {
        try
        {
            return await parts[part].ReadAsync(read, stop);
        }
        catch (ItemException unreadable)
        {
            throw new ItemException($"`{part}`: {unreadable.Message}", unreadable);
        }
    }

    private static bool IsChunk(string part, string sequence) =>
        part.StartsWith(sequence + "/", StringComparison.Ordinal) && char.IsAsciiDigit(part[sequence.Length + 1]);
}
