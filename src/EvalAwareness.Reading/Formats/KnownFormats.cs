using EvalAwareness.Core;
using EvalAwareness.Reading.Files;
using EvalAwareness.Reading.Formats.Anthropic;
using EvalAwareness.Reading.Formats.Atif;
using EvalAwareness.Reading.Formats.Inspect;
using EvalAwareness.Reading.Formats.MiniSweAgent;
using EvalAwareness.Reading.Formats.OpenAi;
using EvalAwareness.Reading.Formats.OpenHands;
using EvalAwareness.Reading.Formats.Petri;
using EvalAwareness.Reading.Formats.RequestLog;
using EvalAwareness.Reading.Formats.Sessions;
using EvalAwareness.Reading.Formats.ShareGpt;
using EvalAwareness.Reading.Formats.SweAgent;
using EvalAwareness.Reading.Formats.Tables.Columnar;
using EvalAwareness.Reading.Formats.Tables.Csv;

namespace EvalAwareness.Reading.Formats;

/// <summary>Every format that can be read, in the order in which they are tried.</summary>
internal static class KnownFormats
{
    /// <summary>Formats of one JSON value a conversation; the particular before the general.</summary>
    private static readonly IReadOnlyList<IConversationShape> Shapes =
    [
        new AtifShape(),
        new OpenHandsShape(),
        new SweAgentShape(),
        new MiniSweAgentShape(),
        new PreferenceShape(),
        new ShareGptShape(),
        new CompletionShape(),
        new DisplayedTurnsShape(),
        new PetriShape(),
        new AnthropicShape(),
        new MessagesShape(),
        new ExchangeShape(),
        new NeedhamShape(),
        new MessageListShape(),
    ];

    /// <summary>Formats that take a file as a whole.</summary>
    private static readonly IReadOnlyList<ITranscriptFormat> Whole =
    [
        new ClaudeCodeFormat(),
        new OpenClawFormat(),
        new InspectFormat(),
        new RequestLogFormat(),
        new OpenHandsLines(),
        new CsvFormat(Shapes),
        new ParquetFormat(Shapes),
    ];

    private static readonly ITranscriptFormat Items = new ShapedItems("json", Shapes);

    /// <summary>What <c>--format</c> may name.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. Whole.Select(format => format.Name), .. Shapes.Select(shape => shape.Name)];

    /// <summary>The format of a file that begins so; null when it is no transcript.</summary>
    public static ITranscriptFormat? Recognize(FileHead head) => Whole.Append(Items).FirstOrDefault(format => format.Recognizes(head));

    /// <summary>Whether files of the format named so hold a conversation in each line or item.</summary>
    public static bool IsItemwise(string name) => Shapes.Any(shape => shape.Name == name);

    /// <exception cref="RefusedException">No format is called so.</exception>
    public static ITranscriptFormat Named(string name) =>
        Whole.FirstOrDefault(format => format.Name == name)
        ?? (Shapes.FirstOrDefault(shape => shape.Name == name) is { } shape ? new ShapedItems(name, [shape]) : null)
        ?? throw new RefusedException($"format: found {name}; legal are auto, {string.Join(", ", Names)}");
}
