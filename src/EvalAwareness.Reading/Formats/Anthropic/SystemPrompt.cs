using System.Text.Json;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Formats.Content;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.Anthropic;

/// <summary>The system prompt where it stands beside the messages: text, or blocks of text.</summary>
internal static class SystemPrompt
{
    public static void Read(JsonElement request, ConversationBuilder builder)
    {
        if (request.Member("system") is not { } system)
            return;
        var content = new ContentReader(builder, "`system`").Read(system);
        if (content.Text.Length > 0)
            builder.Add(new Message(Role.System, content.Text));
    }
}
