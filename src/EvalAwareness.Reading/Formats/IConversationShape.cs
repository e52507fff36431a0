using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Reading.Files;

namespace EvalAwareness.Reading.Formats;

/// <summary>A way in which one JSON value holds one conversation, wherever that value stands: in a line, an array or a file of its own.</summary>
internal interface IConversationShape
{
    /// <summary>What <c>--format</c> and rows call it.</summary>
    string Name { get; }

    /// <summary>Whether <paramref name="value"/> is one, told by its keys.</summary>
    bool Matches(JsonElement value);

    /// <summary>Whether an array whose first item looks so is one conversation, not a list of them.</summary>
    bool IsTurn(JsonSketch item) => false;

    /// <exception cref="ItemException">There is no conversation to be had; a turn that cannot be read is an omission instead.</exception>
    Conversation Read(JsonElement value);
}
