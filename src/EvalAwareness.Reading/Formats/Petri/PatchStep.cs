using System.Globalization;
using System.Text.Json;
using EvalAwareness.Core;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.Petri;

/// <summary>One step of a JSON patch.</summary>
/// <param name="Operation">add, replace or remove.</param>
/// <param name="Names">Where it is done: names of members and places in lists, from the outside in; at least one.</param>
/// <param name="Value">What is added or put in place; undefined for remove.</param>
/// <param name="Path">The names as they are written.</param>
internal sealed record PatchStep(string Operation, IReadOnlyList<string> Names, JsonElement Value, string Path)
{
    /// <exception cref="ItemException">It is none that is known.</exception>
    public static PatchStep Read(JsonElement step, string where)
    {
        if (step.ValueKind != JsonValueKind.Object)
            throw new ItemException($"a step of the patch of {where} is {step.Noun()}; it must be an object");
        var (operation, path) = (step.Text("op", where), step.Text("path", where) ?? "");
        if (operation is not ("add" or "replace" or "remove") || !path.StartsWith('/'))
            throw new ItemException(
                $"{where} patches by `{operation}` at `{path}`; known are add, replace and remove of messages and of what is in them");
        if (operation != "remove" && !step.TryGetProperty("value", out _))
            throw new ItemException($"{where} patches by `{operation}` at `{path}` without a value");
        var names = path.Split('/').Skip(1).Select(name => name.Replace("~1", "/").Replace("~0", "~"));
        return new PatchStep(operation, [.. names], ValueOf(step), path);
    }

    /// <summary>The place in a list that a name stands for: one that is taken, or the next for what is added.</summary>
    /// <exception cref="ItemException">There is none.</exception>
    public int PlaceIn(int count, string name, bool isNew)
    {
        var place = name == "-" ? count : int.TryParse(name, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : -1;
        return place >= 0 && place < count + (isNew ? 1 : 0) ? place : throw Missing();
    }

    public ItemException Missing() => new($"the patch changes `{Path}`, which is not there");

    private static JsonElement ValueOf(JsonElement step) => step.TryGetProperty("value", out var value) ? value : default;
}
