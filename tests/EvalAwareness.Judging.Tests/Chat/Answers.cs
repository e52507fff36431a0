using System.Text.Json;

namespace EvalAwareness.Judging.Tests.Chat;

/// <summary>Answers as a model would write them.</summary>
internal static class Answers
{
    public const string No = """{"evidence": [], "reasoning": "nothing of it", "verdict": "NO"}""";

    public static string Yes(string evidence) =>
        JsonSerializer.Serialize(new { evidence = new[] { evidence }, reasoning = "outright", verdict = "YES" });
}
