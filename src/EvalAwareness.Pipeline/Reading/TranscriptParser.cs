using System.Security.Cryptography;
using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Pipeline.Reading;

/// <summary>Makes a transcript of one JSON value, or says why that cannot be done.</summary>
internal static class TranscriptParser
{
    private const string Where = "the transcript";

    /// <exception cref="ItemException">The value is not a transcript with something to read.</exception>
    public static Transcript Parse(SourceItem item, Dataset dataset)
    {
        if (item.Problem is not null)
            throw new ItemException(item.Problem);
        using var document = Document(item);
        var root = document.RootElement;
        if (root.ValueKind != JsonValueKind.Object)
            throw new ItemException($"a transcript is an object, not {root.Noun()}");
        var messages = Messages(root);
        RequireResponse(messages);
        var metadata = root.Member("metadata", JsonValueKind.Object, "an object", Where);
        var truth = TruthParser.Parse(metadata, messages);
        return new Transcript(Id(root, item, dataset), dataset.Name, dataset.Kind, messages, Hash(item))
        {
            Truth = truth,
            LabelAware = TruthParser.LabelAware(metadata, truth),
        };
    }

    private static JsonDocument Document(SourceItem item)
    {
        try
        {
            return JsonDocument.Parse(LoneSurrogates.Replace(item.Json.Span));
        }
        catch (JsonException broken)
        {
            throw new ItemException($"not JSON: {broken.Message}", broken);
        }
    }

    private static List<Message> Messages(JsonElement root)
    {
        // Agent benchmarks publish lists of runs that keep the messages under `traj`.
        var name = root.Member("messages") is null && root.Member("traj") is not null ? "traj" : "messages";
        if (root.Member(name) is null)
            throw new ItemException($"no `messages`; the keys here are {Keys(root)}");
        return [.. root.Items(name, Where).Select(MessageParser.Parse)];
    }

    private static void RequireResponse(IReadOnlyList<Message> messages)
    {
        var turns = messages.Where(message => message.Role == Role.Assistant).ToList();
        if (turns.Count == 0)
            throw new ItemException($"no assistant turn among {messages.Count} messages");
        if (turns.All(turn => string.IsNullOrWhiteSpace(turn.Content) && string.IsNullOrWhiteSpace(turn.Reasoning)))
            throw new ItemException($"no text: {turns.Count} assistant turns, none with text or reasoning");
    }

    private static string Id(JsonElement root, SourceItem item, Dataset dataset) => root.Member("id") switch
    {
        null => $"{dataset.Name}:{item.Number}",
        { ValueKind: JsonValueKind.String } id when !string.IsNullOrWhiteSpace(id.GetString()) => id.GetString()!,
        { ValueKind: JsonValueKind.Number } id => id.GetRawText(),
        { } found => throw new ItemException($"`id` is {found.Noun()}; it must be text that is not blank, or a number"),
    };

    private static string Keys(JsonElement root)
    {
        var keys = root.EnumerateObject().Select(member => $"`{member.Name}`").Order(StringComparer.Ordinal).ToList();
        return keys.Count == 0 ? "none" : string.Join(", ", keys);
    }

    private static string Hash(SourceItem item) => Convert.ToHexStringLower(SHA256.HashData(item.Json.Span));
}
