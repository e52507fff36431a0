using System.CommandLine;
using EvalAwareness.Cli.Transcripts;
using EvalAwareness.Pipeline.Auditing;

namespace EvalAwareness.Cli.Auditing;

/// <summary><c>scan FILE...</c>: one or a few transcripts at hand, read with the models of an audit.</summary>
internal sealed class ScanCommand : Command
{
    private readonly TranscriptArguments _transcripts = new();

    private readonly Option<string> _audit = new("--audit")
    {
        Description = "The audit file whose models and choices are used.",
        HelpName = "AUDIT",
        DefaultValueFactory = _ => AuditSettings.ShippedAudit,
    };

    private readonly Option<string?> _tokens = new("--tokens")
    {
        Description = "How many response tokens to read, or all of them.",
        HelpName = "N|all",
    };

    private readonly AuditSettings _settings = new();

    public ScanCommand() : base("scan", "Reads one or a few transcripts.")
    {
        _transcripts.AddTo(this);
        foreach (var option in (Option[])[.. _settings.Options, _audit, _tokens])
            Add(option);
        SetAction(RunAsync);
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        string[] positions = parsed.GetValue(_tokens) switch
        {
            null => [],
            "all" => ["positions.policy=all"],
            var count => ["positions.policy=random", $"positions.count={count}"],
        };
        var audit = _settings.Load(parsed, parsed.GetRequiredValue(_audit), positions).Scan(_transcripts.Sources(parsed));
        return AuditSession.RunAsync(audit, _settings.Request(parsed), parsed.InvocationConfiguration, stop);
    }
}
