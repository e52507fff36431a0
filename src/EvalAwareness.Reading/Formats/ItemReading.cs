using System.Security.Cryptography;
using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Reading.Files;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats;

/// <summary>Makes a conversation of one item; what cannot be read becomes its reason.</summary>
internal static class ItemReading
{
    /// <param name="item">The item.</param>
    /// <param name="format">Name of the format when <paramref name="read"/> does not get as far as to tell.</param>
    /// <param name="read">Reads the value, and tells the format's name.</param>
    public static ReadConversation Read(SourceItem item, string format, Func<JsonElement, (string Format, Conversation Conversation)> read)
    {
        var nothing = new ReadConversation(format, item.Place, Hash(item));
        if (item.Problem is not null)
            return nothing with { Problem = item.Problem };
        try
        {
            using var document = JsonValue.Parse(item.Json);
            var (name, conversation) = read(document.RootElement);
            return nothing with { Format = name, Conversation = conversation };
        }
        catch (ItemException unreadable)
        {
            return nothing with { Problem = unreadable.Message };
        }
    }

    private static string Hash(SourceItem item) => item.Json.IsEmpty ? "" : Convert.ToHexStringLower(SHA256.HashData(item.Json.Span));
}
