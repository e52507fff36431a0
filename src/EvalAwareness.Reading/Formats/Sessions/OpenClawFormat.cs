using EvalAwareness.Reading.Files;

namespace EvalAwareness.Reading.Formats.Sessions;

/// <summary>Sessions of OpenClaw and of the agent it is built on: a line an event.</summary>
internal sealed class OpenClawFormat : ITranscriptFormat
{
    public string Name => "openclaw";

    public bool Recognizes(FileHead head) => head.Values.Any(IsEvent);

    public IAsyncEnumerable<ReadConversation> ReadAsync(SourceFile file, CancellationToken stop) =>
        SessionFile.ReadAsync(file, Name, new OpenClawDialect(), stop);

    private static bool IsEvent(JsonSketch line) => line["type"].Text switch
    {
        "session" => line.Has("id") && (line.Has("version") || line.Has("cwd")),
        "message" => line["message"]["role"].IsText && line.Has("id"),
        _ => false,
    };
}
