using System.Text.Json;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.OpenHands;

/// <summary>Reads events of either generation, in the order in which they happened.</summary>
internal sealed class EventReader(ConversationBuilder conversation)
{
    private readonly ActionLogReader _log = new(conversation);
    private readonly SdkEventReader _sdk = new(conversation);

    /// <summary>The model that the events name; null where none does.</summary>
    public string? Model => _log.Model ?? _sdk.Model;

    public void Read(JsonElement entry, string where)
    {
        entry.RequireObject(where);
        if (entry.Text("kind", where) is { } kind)
            _sdk.Read(entry, kind, where);
        else
            _log.Read(entry, where);
    }

    /// <summary>To be called behind the last event.</summary>
    public void Finish() => _sdk.Finish();
}
