using System.CommandLine;
using EvalAwareness.Cli.Auditing;
using EvalAwareness.Cli.Machine;
using EvalAwareness.Pipeline.Running;
using EvalAwareness.Training.Organism;

namespace EvalAwareness.Cli.Validating;

/// <summary><c>validate</c>: how right the measure is, on transcripts whose truth is known.</summary>
internal sealed class ValidateCommand : Command
{
    private readonly Option<string> _organism = new("--organism")
    {
        Description = "Folder with target, av, ar, warm-start and probe.json.",
        HelpName = "DIR",
        DefaultValueFactory = _ => Shipped.Organism.Root,
    };

    private readonly Option<int> _transcripts = new("--transcripts")
    {
        Description = "Held-out transcripts of each family.",
        HelpName = "N",
        DefaultValueFactory = _ => 250,
    };

    private readonly Option<bool> _resume = new("--resume") { Description = "Continue the newest study, or the one in --out." };

    private readonly AuditSettings _settings = new();

    public ValidateCommand() : base("validate", "The truth study: reads held-out transcripts of the organism, whose beliefs are known, in every way there is.")
    {
        Add(_organism);
        Add(_transcripts);
        CommonOptions.RequirePositive(_transcripts);
        foreach (var option in (Option[])[.. _settings.Options, _resume])
            Add(option);
        SetAction(RunAsync);
    }

    private Task<int> RunAsync(ParseResult parsed, CancellationToken stop)
    {
        var request = _settings.Request(parsed);
        var folder = RunFolder.Choose("reports", ValidationAudit.Name, request.Folder, parsed.GetValue(_resume), TimeProvider.System);
        var transcripts = parsed.GetValue(_transcripts);
        var audit = ValidationAudit.Write(folder, new OrganismFolder(parsed.GetRequiredValue(_organism)), transcripts);
        return AuditSession.RunAsync(
            _settings.Load(parsed, audit, []), request with { Folder = folder }, parsed.InvocationConfiguration, stop,
            (planned, engine, cancelled) => QualityMeasurement.Run(planned, engine, folder, transcripts, cancelled));
    }
}
