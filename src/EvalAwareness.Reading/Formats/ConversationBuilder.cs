using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Reading.Formats;

/// <summary>Gathers the messages of a conversation; a turn that cannot be read is left out with its reason, and the rest goes on.</summary>
internal sealed class ConversationBuilder
{
    private readonly List<Message> _messages = [];
    private readonly List<Omission> _omissions = [];

    public int Count => _messages.Count;

    public void Add(Message message) => _messages.Add(message);

    public void Omit(string place, string reason) => _omissions.Add(new Omission(place, reason));

    /// <summary>Does what <paramref name="read"/> does with a turn, or omits it.</summary>
    public void Turn(string place, Action read)
    {
        try
        {
            read();
        }
        catch (ItemException unreadable)
        {
            Omit(place, unreadable.Message);
        }
    }

    /// <summary>Reads the items of a list, each a turn called <paramref name="noun"/> and its index from 0.</summary>
    public void Turns(IEnumerable<JsonElement> items, string noun, Action<JsonElement, string> read)
    {
        foreach (var (index, item) in items.Index())
        {
            var place = $"{noun} {index}";
            Turn(place, () => read(item, place));
        }
    }

    public Conversation Build() => new(_messages, _omissions);
}
