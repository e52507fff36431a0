using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Formats.OpenAi;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.RequestLog;

/// <summary>What a program asked: the dialogue so far.</summary>
/// <param name="Messages">Its messages.</param>
/// <param name="Words">What each of them says and calls, to know it again.</param>
/// <param name="Omissions">What could not be read of it.</param>
/// <param name="Model">The model that was asked, where it is named.</param>
/// <param name="Where">Names the line.</param>
internal sealed record LoggedRequest(
    IReadOnlyList<Message> Messages, IReadOnlyList<string> Words, IReadOnlyList<Omission> Omissions, string? Model, string Where)
{
    /// <summary>For answers to a request that stands before the log.</summary>
    public static LoggedRequest None { get; } = new([], [], [], null, "");

    public static LoggedRequest Read(JsonElement line, string where)
    {
        var builder = new ConversationBuilder();
        if (line.Member("messages") is null)
            throw new ItemException($"the request in {where} has no `messages`");
        builder.Turns(line.Items("messages", where), $"{where} message", (message, place) => MessageReader.Read(message, place, builder));
        var read = builder.Build();
        return new LoggedRequest(read.Messages, [.. read.Messages.Select(WordsOf)], read.Omissions, line.TextAt("model"), where);
    }

    /// <summary>How many messages the dialogue has before the model first speaks.</summary>
    public int OpeningLength => Messages.TakeWhile(message => message.Role != Role.Assistant).Count();

    /// <summary>How many messages at the beginning are the same in both.</summary>
    public int CommonLength(LoggedRequest other) => Words.Zip(other.Words).TakeWhile(pair => pair.First == pair.Second).Count();

    /// <summary>Programs change white space and ids, and leave reasoning out, when they repeat a message.</summary>
    public static string WordsOf(Message message) =>
        string.Join('\u001e', [message.Role.ToString(), message.Content.Trim(), .. message.ToolCalls.Select(call => $"{call.Name}\u001f{call.Arguments}")]);
}
