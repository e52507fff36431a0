using System.Text.Json;
using System.Text.RegularExpressions;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.OpenAi;

/// <summary>A dialogue printed into one string, each turn headed by its role, as few-shot files keep it. Where the model called a tool the
/// program printed <c>None</c>, which is not the model's word.</summary>
internal sealed partial class DisplayedTurnsShape : IConversationShape
{
    private const string Key = "messages_display";
    private const string NoText = "None";

    public string Name => "displayed-turns";

    public bool Matches(JsonElement value) => value.ValueKind == JsonValueKind.Object && value.Member(Key) is { ValueKind: JsonValueKind.String };

    public Conversation Read(JsonElement value)
    {
        var text = value.Text(Key, "the transcript")!;
        var heads = Head.Matches(text);
        if (heads is not [{ Index: 0 }, ..])
            throw new ItemException($"`{Key}` does not begin with a role");
        var builder = new ConversationBuilder();
        foreach (var (index, head) in heads.Index())
        {
            var end = index + 1 < heads.Count ? heads[index + 1].Index : text.Length;
            builder.Add(Turn(head.Groups[1].Value, text[(head.Index + head.Length)..end].TrimEnd('\n')));
        }
        return builder.Build();
    }

    private static Message Turn(string role, string text) => role switch
    {
        "assistant" => new Message(Role.Assistant, text) { Author = text == NoText ? Author.Scaffold : null },
        "tool" => new Message(Role.Tool, text),
        "system" => new Message(Role.System, text),
        _ => new Message(Role.User, text),
    };

    [GeneratedRegex(@"^(user|assistant|tool|system): ", RegexOptions.Multiline)]
    private static partial Regex Head { get; }
}
