using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.Petri;

/// <summary>The dialogue of an audit's target, event after event: messages are added, taken back, replaced.</summary>
internal sealed class TargetReplay
{
    private const string View = "target";

    private List<JsonElement> _messages = [];
    private readonly List<Omission> _problems = [];

    private TargetReplay()
    {
    }

    /// <summary>The messages at the end.</summary>
    public IReadOnlyList<JsonElement> Messages => _messages;

    /// <summary>What could not be replayed: the messages may not be the target's then.</summary>
    public IReadOnlyList<Omission> Problems => _problems;

    /// <summary>Whether anything happened in the target's view.</summary>
    public bool HasEvents { get; private set; }

    public static TargetReplay Of(IReadOnlyList<JsonElement> events)
    {
        var replay = new TargetReplay();
        foreach (var (index, item) in events.Index())
            replay.Step(item, $"event {index}");
        return replay;
    }

    private void Step(JsonElement item, string where)
    {
        try
        {
            item.RequireObject(where);
            if (!IsInView(item))
                return;
            HasEvents = true;
            Apply(item.Member("edit", JsonValueKind.Object, "an object", where) ?? throw new ItemException($"{where} has no `edit`"), where);
        }
        catch (ItemException unreadable)
        {
            _problems.Add(new Omission(where, unreadable.Message));
        }
    }

    // Tools created, decisions and notes have no view.
    private static bool IsInView(JsonElement item) => item.Member("view") switch
    {
        { ValueKind: JsonValueKind.String } view => view.ValueEquals(View),
        { ValueKind: JsonValueKind.Array } views =>
            views.EnumerateArray().Any(view => view.ValueKind == JsonValueKind.String && view.ValueEquals(View)),
        _ => false,
    };

    private void Apply(JsonElement edit, string where)
    {
        switch (edit.Text("operation", where))
        {
            case "add":
                _messages.Add(edit.Member("message") ?? throw new ItemException($"{where} adds no `message`"));
                break;
            case "rollback":
                RollBack(edit, where);
                break;
            case "reset":
                _messages = [.. edit.Items("new_messages", where)];
                break;
            case "json_patch":
                _messages = MessagePatch.Apply(edit.Items("patch", where), _messages, where);
                break;
            case var operation:
                throw new ItemException($"{where} is the unknown operation `{operation}`; known are add, rollback, reset, json_patch");
        }
    }

    /// <summary>Takes back what follows the message of an id, or so many messages.</summary>
    private void RollBack(JsonElement edit, string where)
    {
        var kept = edit.Text("to_id", where) is { Length: > 0 } id ? PlaceOf(id, where) + 1 : _messages.Count - Count(edit, where);
        _messages.RemoveRange(kept, _messages.Count - kept);
    }

    private int PlaceOf(string id, string where) => _messages.FindLastIndex(message => message.TextAt("id") == id) is var place and >= 0
        ? place
        : throw new ItemException($"{where} rolls back to the message `{id}`, which is not there");

    private int Count(JsonElement edit, string where)
    {
        var count = edit.Integer("count", where);
        return count >= 0 ? Math.Min(count, _messages.Count) : throw new ItemException($"{where} rolls back {count} messages");
    }
}
