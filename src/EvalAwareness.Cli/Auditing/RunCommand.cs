using System.CommandLine;
using EvalAwareness.Pipeline.Auditing;

namespace EvalAwareness.Cli.Auditing;

/// <summary><c>run [AUDIT]</c>: the batch.</summary>
internal sealed class RunCommand : Command
{
    public const string Verb = "run";

    private readonly Argument<string> _audit = new("AUDIT")
    {
        Description = "The audit file.",
        DefaultValueFactory = _ => AuditSettings.ShippedAudit,
    };

    private readonly Option<bool> _resume = new("--resume")
    {
        Description = "Continue the newest run of this audit, or the one in --out.",
    };

    private readonly Option<string?> _limit = new("--limit") { Description = "Most transcripts per dataset.", HelpName = "N" };
    private readonly Option<string?> _budget = new("--budget")
    {
        Description = "Most that the judge may spend in this start: money where the audit gives prices, otherwise requests.",
        HelpName = "N",
    };

    private readonly Option<bool> _dryRun = new("--dry-run") { Description = "Plan and say what would be done, then stop." };
    private readonly Option<string> _shard = new("--shard")
    {
        Description = "Do only share i of n.",
        HelpName = "i/n",
        DefaultValueFactory = _ => "1/1",
    };

    private readonly AuditSettings _settings = new();

    public RunCommand() : base(Verb, "Runs an audit; a second start on the same folder continues it.")
    {
        Add(_audit);
        foreach (var option in (Option[])[.. _settings.Options, _resume, _limit, _budget, _dryRun, _shard])
            Add(option);
        SetAction(RunAsync);
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var audit = _settings.Load(parsed, parsed.GetRequiredValue(_audit), [.. Setting("limit", _limit), .. Setting("judge.budget", _budget)]);
        var request = _settings.Request(parsed) with
        {
            Resume = parsed.GetValue(_resume),
            DryRun = parsed.GetValue(_dryRun),
            Shard = Pipeline.Planning.Shard.Parse(parsed.GetRequiredValue(_shard)),
        };
        return AuditSession.RunAsync(audit, request, parsed.InvocationConfiguration, stop);

        IEnumerable<string> Setting(string key, Option<string?> option) => parsed.GetValue(option) is { } value ? [$"{key}={value}"] : [];
    }
}
