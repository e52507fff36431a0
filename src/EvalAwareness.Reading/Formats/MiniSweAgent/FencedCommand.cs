using System.Text.RegularExpressions;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Formats.Content;

namespace EvalAwareness.Reading.Formats.MiniSweAgent;

/// <summary>
/// The one fenced block with which an agent without function calls acts; its prose is the turn's text. The program runs nothing where
/// there is none or more than one, and then the turn stays as it is, as does a turn of nothing but the block, whose text that is.
/// </summary>
internal static partial class FencedCommand
{
    private const string Closing = "\n```";

    public static Message Part(Message turn)
    {
        if (turn.Role != Role.Assistant || turn.ToolCalls.Count > 0 || Find(turn.Content, 0) is not { } block || Find(turn.Content, block.End) is not null)
            return turn;
        var prose = (turn.Content[..block.Start] + turn.Content[block.End..]).Trim();
        return prose.Length == 0 ? turn : turn with { Content = prose, ToolCalls = [ShellCall.Of(block.Command)] };
    }

    private static (int Start, int End, string Command)? Find(string text, int from)
    {
        var opening = Opening.Match(text, from);
        var body = opening.Index + opening.Length;
        var close = opening.Success ? text.IndexOf(Closing, body - 1, StringComparison.Ordinal) : -1;
        return close < 0 ? null : (opening.Index, close + Closing.Length, text[Math.Min(body, close)..close].Trim());
    }

    [GeneratedRegex(@"```(?:mswea_bash_command|bash)[^\S\n]*\n")]
    private static partial Regex Opening { get; }
}
