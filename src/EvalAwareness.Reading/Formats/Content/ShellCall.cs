using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.Content;

/// <summary>A command that an agent wrote into its text, for its program to run.</summary>
internal static class ShellCall
{
    public static ToolCall Of(string command) => new("", "bash", JsonText.ObjectOf("command", command));
}
