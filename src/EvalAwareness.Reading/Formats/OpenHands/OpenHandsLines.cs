using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Files;

namespace EvalAwareness.Reading.Formats.OpenHands;

/// <summary>A file with an event of one conversation of OpenHands in each line.</summary>
internal sealed class OpenHandsLines : ITranscriptFormat
{
    public string Name => "openhands-lines";

    public bool Recognizes(FileHead head) =>
        head.Shape is FileShape.JsonLines or FileShape.JsonObject && head.Values.Any(OpenHandsEvent.IsOne);

    public IAsyncEnumerable<ReadConversation> ReadAsync(SourceFile file, CancellationToken stop) => new LinesReading(Name, new Events()).ReadAsync(file, stop);

    private sealed class Events : IConversationLines
    {
        private readonly ConversationBuilder _builder = new();
        private readonly EventReader _reader;
        private int _count;

        public Events() => _reader = new EventReader(_builder);

        public Conversation? Add(JsonElement line, string place)
        {
            _count++;
            _builder.Turn($"line {place}", () => _reader.Read(line, $"line {place}"));
            return null;
        }

        public Conversation? Finish()
        {
            if (_count == 1)
                throw new ItemException("a single event of a conversation; put all its events into one file, a line each, in their order");
            _reader.Finish();
            return _count == 0 ? null : _builder.Build() with { Model = _reader.Model };
        }
    }
}
