using EvalAwareness.Reading.Files;

namespace EvalAwareness.Reading.Formats.Sessions;

/// <summary>Sessions of Claude Code: a line an event, or the export of the web client, which has them in a list.</summary>
internal sealed class ClaudeCodeFormat : ITranscriptFormat
{
    private readonly ShapedItems _exports = new(FormatName, [new ClaudeCodeExportShape()]);

    public const string FormatName = "claude-code";

    public string Name => FormatName;

    public bool Recognizes(FileHead head) => IsExport(head) || head.Values.Any(IsEvent);

    public IAsyncEnumerable<ReadConversation> ReadAsync(SourceFile file, CancellationToken stop) => IsExport(file.Head)
        ? _exports.ReadAsync(file, stop)
        : SessionFile.ReadAsync(file, Name, new ClaudeCodeDialect(), stop);

    private static bool IsExport(FileHead head) => head.First[ClaudeCodeExportShape.List].IsList;

    private static bool IsEvent(JsonSketch line) => line["type"].Text switch
    {
        "user" or "assistant" => line["message"].IsObject && (line.Has("uuid") || line.Has("parentUuid") || line.Has("sessionId")),
        "summary" => line.Has("leafUuid"),
        "file-history-snapshot" => line.Has("messageId"),
        _ => false,
    };
}
