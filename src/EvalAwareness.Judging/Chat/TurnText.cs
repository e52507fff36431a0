using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Judging.Chat;

/// <summary>Messages as a judge reads them.</summary>
internal static class TurnText
{
    /// <summary>Everything the assistant wrote: reasoning, text and tool calls, each under its name. Nothing is left out: it is what is judged.</summary>
    public static string Of(Message turn) => string.Join("\n\n", Parts(turn));

    /// <summary>The latest messages that fit; what is cut off is said.</summary>
    public static string Of(IReadOnlyList<Message> context, int mostCharacters)
    {
        var (texts, length) = (new Stack<string>(), 0);
        // A long conversation is not written out again for every one of its turns.
        for (var index = context.Count - 1; index >= 0 && length <= mostCharacters; index--)
        {
            texts.Push(string.Join("\n\n", Parts(context[index]).Prepend($"## {context[index].Role}")));
            length += texts.Peek().Length;
        }
        var text = string.Join("\n\n", texts);
        return text.Length <= mostCharacters ? text : $"(earlier parts are left out)\n{text[^mostCharacters..]}";
    }

    private static IEnumerable<string> Parts(Message message)
    {
        if (!string.IsNullOrWhiteSpace(message.Reasoning))
            yield return $"[reasoning]\n{message.Reasoning}";
        if (!string.IsNullOrWhiteSpace(message.Content))
            yield return message.Role == Role.Assistant ? $"[text]\n{message.Content}" : message.Content;
        foreach (var call in message.ToolCalls)
            yield return $"[tool call {call.Name}]\n{string.Join('\n', SpokenWords.In(call))}";
    }
}
