using EvalAwareness.Reading.Files;

namespace EvalAwareness.Reading.Formats.Inspect;

/// <summary>Logs of Inspect, as one JSON object or as an <c>.eval</c> archive.</summary>
internal sealed class InspectFormat : ITranscriptFormat
{
    public const string FormatName = "inspect";

    public string Name => FormatName;

    public bool Recognizes(FileHead head) => head.Shape == FileShape.Zip
        || head.First["eval"] is { IsObject: true } eval && eval.Has("task") && eval.Has("model") && eval.Has("dataset");

    public IAsyncEnumerable<ReadConversation> ReadAsync(SourceFile file, CancellationToken stop) =>
        file.Head.Shape == FileShape.Zip ? EvalArchive.ReadAsync(file, stop) : JsonLog.ReadAsync(file, stop);
}
