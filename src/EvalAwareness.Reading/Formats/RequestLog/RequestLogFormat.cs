using EvalAwareness.Reading.Files;

namespace EvalAwareness.Reading.Formats.RequestLog;

/// <summary>A log of what a program asked of a model and what it answered, a line each; every request repeats the dialogue so far.</summary>
internal sealed class RequestLogFormat : ITranscriptFormat
{
    public string Name => "request-log";

    public bool Recognizes(FileHead head) =>
        head.Shape == FileShape.JsonLines && head.Values.Any(value => value["type"].Text == "request" && value["messages"].IsList);

    public IAsyncEnumerable<ReadConversation> ReadAsync(SourceFile file, CancellationToken stop) => new LinesReading(Name, new LoggedDialogues()).ReadAsync(file, stop);
}
