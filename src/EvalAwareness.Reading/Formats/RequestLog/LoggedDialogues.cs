using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.RequestLog;

/// <summary>Follows the dialogues of a log, one after the other. A response answers the request before it.</summary>
internal sealed class LoggedDialogues : IConversationLines
{
    private LoggedDialogue? _open;

    public Conversation? Add(JsonElement line, string place)
    {
        var where = $"line {place}";
        if (line.ValueKind != JsonValueKind.Object)
            throw new ItemException($"a line of a log is an object, not {line.Noun()}");
        switch (line.Text("type", where))
        {
            case "request":
                return Ask(LoggedRequest.Read(line, where));
            case "response":
                (_open ??= new LoggedDialogue(LoggedRequest.None)).Answer(LoggedResponse.Read(line, where));
                return null;
            case var type:
                throw new ItemException($"a line of type `{type}`; known are request and response");
        }
    }

    public Conversation? Finish()
    {
        var ended = _open?.Build();
        _open = null;
        return ended;
    }

    private Conversation? Ask(LoggedRequest request)
    {
        if (_open?.GoesOnWith(request) == true)
        {
            _open.Ask(request);
            return null;
        }
        var ended = Finish();
        _open = new LoggedDialogue(request);
        return ended;
    }
}
