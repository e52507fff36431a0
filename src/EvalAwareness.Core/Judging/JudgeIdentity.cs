using System.Text.Json.Serialization;

namespace EvalAwareness.Core.Judging;

/// <summary>Which judge answered, stored in every verdict row.</summary>
/// <param name="Name">Judge and version, such as <c>rubric-v2</c>.</param>
/// <param name="Model">Model behind it; null for a rubric.</param>
/// <param name="PromptSha256">Hash of the prompt or of the rubric's rules, lower-case hex.</param>
public sealed record JudgeIdentity(string Name, string? Model, string PromptSha256)
{
    private static readonly Dictionary<string, string> Nothing = [];

    /// <summary>What else its answers depend on, such as the endpoint and the temperature; null for a rubric.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public IReadOnlyDictionary<string, string>? Settings { get; init; }

    /// <summary>The same judge gives the same answers: name, model, prompt and every setting.</summary>
    public bool Equals(JudgeIdentity? other) => other is not null
        && (Name, Model, PromptSha256) == (other.Name, other.Model, other.PromptSha256)
        && (Settings ?? Nothing).OrderBy(setting => setting.Key, StringComparer.Ordinal)
            .SequenceEqual((other.Settings ?? Nothing).OrderBy(setting => setting.Key, StringComparer.Ordinal));

    public override int GetHashCode() => HashCode.Combine(Name, Model, PromptSha256);
}
