using System.Runtime.InteropServices;
using System.Text.Json;
using System.Text.Json.Nodes;
using EvalAwareness.Core;

namespace EvalAwareness.Reading.Formats.Petri;

/// <summary>Changes messages by a JSON patch (RFC 6902): adds, replaces and removes whole ones, and what stands in them.</summary>
internal static class MessagePatch
{
    // A member that stands in a message twice is for nobody to choose from; and step after step must not nest a message without end.
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 256, AllowDuplicateProperties = false };

    /// <summary>The messages as they are afterwards.</summary>
    /// <exception cref="ItemException">It cannot be applied as a whole.</exception>
    public static List<JsonElement> Apply(IReadOnlyList<JsonElement> patch, IEnumerable<JsonElement> messages, string where)
    {
        var patched = messages.ToList();
        foreach (var step in patch)
            Apply(PatchStep.Read(step, where), patched);
        return patched;
    }

    private static void Apply(PatchStep step, List<JsonElement> messages)
    {
        var isWhole = step.Names.Count == 1;
        var place = step.PlaceIn(messages.Count, step.Names[0], isWhole && step.Operation == "add");
        switch (step.Operation)
        {
            case var _ when !isWhole:
                messages[place] = Change(step, messages[place]);
                break;
            case "add":
                messages.Insert(place, step.Value);
                break;
            case "replace":
                messages[place] = step.Value;
                break;
            default:
                messages.RemoveAt(place);
                break;
        }
    }

    private static JsonElement Change(PatchStep step, JsonElement message)
    {
        try
        {
            var changed = Node(message);
            var owner = changed;
            foreach (var name in step.Names.Skip(1).SkipLast(1))
                owner = Inside(owner, name, step);
            Change(step, owner, step.Names[^1]);
            return JsonElement.Parse(changed!.ToJsonString(), Strict);
        }
        catch (JsonException broken)
        {
            throw new ItemException($"the patch changes `{step.Path}` of a message that cannot be changed: {broken.Message}", broken);
        }
    }

    private static JsonNode? Inside(JsonNode? owner, string name, PatchStep step) => owner switch
    {
        JsonObject members when members.TryGetPropertyValue(name, out var value) => value,
        JsonArray items => items[step.PlaceIn(items.Count, name, isNew: false)],
        _ => throw step.Missing(),
    };

    private static void Change(PatchStep step, JsonNode? owner, string name)
    {
        if (owner is JsonArray items)
            Change(step, items, step.PlaceIn(items.Count, name, step.Operation == "add"));
        else if (owner is not JsonObject members || (step.Operation != "add" && !members.ContainsKey(name)))
            throw step.Missing();
        else if (step.Operation == "remove")
            members.Remove(name);
        else
            members[name] = Node(step.Value);
    }

    private static void Change(PatchStep step, JsonArray items, int place)
    {
        if (step.Operation != "add")
            items.RemoveAt(place);
        if (step.Operation != "remove")
            items.Insert(place, Node(step.Value));
    }

    private static JsonNode? Node(JsonElement value) => JsonNode.Parse(JsonMarshal.GetRawUtf8Value(value), documentOptions: Strict);
}
