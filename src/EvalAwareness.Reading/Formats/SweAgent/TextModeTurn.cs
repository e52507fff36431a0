using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Formats.Content;

namespace EvalAwareness.Reading.Formats.SweAgent;

/// <summary>
/// Parts a turn of an agent without function calls: prose, and a code fence or a <c>&lt;command&gt;</c> block with the command to run. The
/// program recorded both parts. The prose is the turn's text, the command its tool call, and fence or tags are neither. Two rules keep the text
/// what the model wrote, word for word and in order: prose that is not the content with one piece cut out (some parsers leave a mark
/// there, some decode JSON) is not used, and a turn of nothing but a command keeps it as text, since text is all that such a model writes.
/// </summary>
internal static class TextModeTurn
{
    public static Message Part(Message turn, string prose, string command)
    {
        var (text, said, done) = (turn.Content.Trim(), prose.Trim(), command.Trim());
        if (done.Length == 0 || done == text || !IsCutFrom(text, said) || (said.Length == 0 && text.Length > 0))
            return turn;
        return turn with { Content = said, ToolCalls = [ShellCall.Of(done)] };
    }

    /// <summary>Whether <paramref name="said"/> is <paramref name="text"/> without one piece of it, or all of it.</summary>
    private static bool IsCutFrom(string text, string said)
    {
        var before = text.AsSpan().CommonPrefixLength(said);
        var behind = said.AsSpan(before);
        return text.AsSpan(before).EndsWith(behind, StringComparison.Ordinal);
    }
}
