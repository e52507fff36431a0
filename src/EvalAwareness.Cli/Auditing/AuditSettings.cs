using System.Collections;
using System.CommandLine;
using EvalAwareness.Pipeline.Auditing;

namespace EvalAwareness.Cli.Auditing;

/// <summary>The options that every command over an audit has.</summary>
internal sealed class AuditSettings
{
    public const string ShippedAudit = "datasets/audit.json";

    private readonly Option<string?> _out = new("--out")
    {
        Description = "The run's folder. Default: a new one under reports.",
        HelpName = "DIR",
    };

    private readonly Option<string> _device = CommonOptions.Device();

    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Overrides a setting of the audit file.",
        HelpName = "key=value",
        DefaultValueFactory = _ => [],
    };

    private readonly Option<bool> _json = CommonOptions.Json();

    public IReadOnlyList<Option> Options => [_out, _device, _set, _json];

    /// <summary>The audit with the environment, then <paramref name="flags"/>, then <c>--set</c> over it.</summary>
    public AuditOptions Load(ParseResult parsed, string path, IEnumerable<string> flags) =>
        AuditFile.Load(path, EnvironmentVariables(), [.. flags, .. parsed.GetRequiredValue(_set)]);

    public AuditRequest Request(ParseResult parsed) =>
        new(parsed.GetValue(_out), parsed.GetRequiredValue(_device), parsed.GetValue(_json));

    public static Dictionary<string, string> EnvironmentVariables() => Environment.GetEnvironmentVariables()
        .Cast<DictionaryEntry>()
        .ToDictionary(variable => (string)variable.Key, variable => (string?)variable.Value ?? "");
}
