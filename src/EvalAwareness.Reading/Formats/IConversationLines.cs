using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Reading.Formats;

/// <summary>Makes conversations of lines, each of which is only a part of one.</summary>
internal interface IConversationLines
{
    /// <summary>Takes a line in. Returns the conversation before it where the line begins another.</summary>
    /// <exception cref="ItemException">The line is no part of a conversation.</exception>
    Conversation? Add(JsonElement line, string place);

    /// <summary>The conversation that is open behind the last line; null where there is none.</summary>
    /// <exception cref="ItemException">What is open is no conversation.</exception>
    Conversation? Finish();
}
