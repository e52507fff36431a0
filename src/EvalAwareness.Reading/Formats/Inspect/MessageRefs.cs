using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.Inspect;

/// <summary>The messages of a sample that keeps them in a pool: ranges of places in it, the end of each not included.</summary>
internal static class MessageRefs
{
    // More than any dialogue has, and few enough for a few bytes of ranges not to fill the memory.
    private const int Most = 1_000_000;

    private static readonly string[] Names = ["message_refs", "input_refs"];

    /// <exception cref="ItemException">They are no ranges.</exception>
    public static IReadOnlyList<(int Start, int End)> Of(JsonElement sample)
    {
        var name = Names.FirstOrDefault(name => sample.Member(name) is not null);
        return name is null ? [] : [.. sample.Items(name, "the sample").Select(range => ReadRange(range, name))];
    }

    /// <summary>The messages in order; those that the pool does not hold are omissions.</summary>
    public static IReadOnlyList<JsonElement> Resolve(JsonElement sample, ConversationBuilder conversation)
    {
        var pool = sample.Items("message_pool", "the sample");
        var messages = new List<JsonElement>();
        foreach (var (start, end) in Of(sample))
        {
            if (end > pool.Count)
                conversation.Omit($"messages {Math.Max(start, pool.Count)} to {end - 1} of the pool", $"the pool holds {pool.Count}");
            if (messages.Count + Math.Min(end, pool.Count) - start > Most)
                throw new ItemException($"more than {Most} messages are taken from a pool of {pool.Count}");
            for (var place = start; place < Math.Min(end, pool.Count); place++)
                messages.Add(pool[place]);
        }
        return messages;
    }

    private static (int Start, int End) ReadRange(JsonElement range, string name) =>
        range.ValueKind == JsonValueKind.Array && range.GetArrayLength() == 2
        && Place(range[0]) is { } start && Place(range[1]) is { } end && start <= end
            ? (start, end)
            : throw new ItemException($"`{name}` of the sample holds {range.Noun()} that is not a start and an end");

    private static int? Place(JsonElement value) =>
        value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var place) && place >= 0 ? place : null;
}
