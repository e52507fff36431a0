using System.Text.Json;
using EvalAwareness.Reading.Files;

namespace EvalAwareness.Reading.Formats.Inspect;

/// <summary>
/// Takes of a sample what its conversation is made of, and passes over the rest: events, scores and states outweigh it many times. Attachments
/// that no message names stay behind, and so do the bytes of files.
/// </summary>
internal sealed class SamplePicker(JsonScanner log)
{
    private byte[] _messages = [];

    /// <summary>What was picked, as members that <see cref="SampleReader"/> knows.</summary>
    public JsonPieces Picked { get; } = new();

    private bool HasMessages => _messages.AsSpan().Contains((byte)'{');

    /// <summary>The sample that follows, reduced to its conversation.</summary>
    public async Task<SourceItem> PickAsync(string place, CancellationToken stop)
    {
        if (await log.PeekAsync(stop) != '{')
            return new SourceItem(place, await log.TakeAsync(stop));
        await foreach (var name in log.MembersAsync(stop))
            await PickMemberAsync(name, stop);
        return Item(place);
    }

    /// <summary>What was picked, as an item to be read.</summary>
    public SourceItem Item(string place) => Picked.Object() is { } sample
        ? new SourceItem(place, sample)
        : new SourceItem(place, default, SourceItem.TooLong("its conversation"));

    private Task PickMemberAsync(string name, CancellationToken stop) => name switch
    {
        "id" or "epoch" or "uuid" or "message_refs" or "input_refs" => TakeAsync(name, stop),
        "messages" => TakeMessagesAsync(stop),
        "message_pool" when !HasMessages => TakeAsync(name, stop),
        "events_data" when !HasMessages => TakePoolAsync(stop),
        "events" when !HasMessages => CountModelCallsAsync(stop),
        "attachments" => PickAttachmentsAsync(stop),
        _ => log.SkipAsync(stop),
    };

    private async Task TakeAsync(string name, CancellationToken stop) => Picked.Add(name, await log.TakeAsync(stop));

    private async Task TakeMessagesAsync(CancellationToken stop)
    {
        var messages = await log.TakeAsync(stop);
        Picked.Add("messages", messages);
        _messages = messages ?? [];
    }

    private async Task TakePoolAsync(CancellationToken stop)
    {
        await foreach (var name in log.MembersAsync(stop))
            await (name == "messages" ? TakeAsync("message_pool", stop) : log.SkipAsync(stop));
    }

    private async Task PickAttachmentsAsync(CancellationToken stop)
    {
        var wanted = HasMessages ? Attachments.NamedIn(_messages) : null;
        var attachments = new JsonPieces();
        await foreach (var name in log.MembersAsync(stop))
        {
            if (wanted?.Contains(name) == false)
                await log.SkipAsync(stop);
            else
                attachments.Add(name, Attachments.WithoutFile(await log.TakeAsync(stop)));
        }
        Picked.Add("attachments", attachments.Object());
    }

    private async Task CountModelCallsAsync(CancellationToken stop)
    {
        var calls = 0;
        await foreach (var _ in log.ItemsAsync(stop))
            calls += await IsModelCallAsync(stop) ? 1 : 0;
        Picked.Add("model_calls", JsonSerializer.SerializeToUtf8Bytes(calls));
    }

    private async Task<bool> IsModelCallAsync(CancellationToken stop)
    {
        var isCall = false;
        await foreach (var name in log.MembersAsync(stop))
        {
            if (name == "event")
                isCall = await log.TakeAsync(stop) is { } kind && kind.AsSpan().SequenceEqual("\"model\""u8);
            else
                await log.SkipAsync(stop);
        }
        return isCall;
    }
}
