using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Formats.Content;

namespace EvalAwareness.Reading.Formats.OpenHands;

/// <summary>One reply of the model whose calls came as an event each; only the first of them carries what it said and thought.</summary>
/// <param name="id">The reply's id; null where it has none, and then it is the event's own.</param>
internal sealed class ReplyInParts(string? id)
{
    private readonly List<string> _text = [];
    private readonly List<string> _reasoning = [];
    private readonly List<ToolCall> _calls = [];

    public bool IsOf(string? reply) => id is not null && id == reply;

    public void Add(string text, string reasoning, ToolCall call)
    {
        _text.Add(text);
        _reasoning.Add(reasoning);
        _calls.Add(call);
    }

    public Message ToTurn() => new(Role.Assistant, Pieces.Join(_text)) { Reasoning = Pieces.Join(_reasoning), ToolCalls = _calls };
}
