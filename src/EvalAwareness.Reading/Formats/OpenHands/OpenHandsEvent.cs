using System.Text.Json;
using EvalAwareness.Reading.Files;
using EvalAwareness.Reading.Json;

namespace EvalAwareness.Reading.Formats.OpenHands;

/// <summary>Knows an event of OpenHands: of the first generation by <c>action</c> or <c>observation</c>, of its SDK by <c>kind</c>.</summary>
internal static class OpenHandsEvent
{
    public static bool IsOne(JsonSketch value) =>
        value.Has("source") && (value["action"].IsText || value["observation"].IsText || IsKind(value["kind"].Text));

    public static bool IsOne(JsonElement value) =>
        value.TextAt("source") is not null
        && ((value.TextAt("action") ?? value.TextAt("observation")) is not null || IsKind(value.TextAt("kind")));

    private static bool IsKind(string? kind) => kind is not null && (kind.EndsWith("Event", StringComparison.Ordinal)
        || kind.StartsWith("Condensation", StringComparison.Ordinal) || kind == "UserRejectObservation");
}
