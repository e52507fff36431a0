using System.CommandLine;
using EvalAwareness.Cli.Output;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Diagnostics;
using Spectre.Console;

namespace EvalAwareness.Cli.Machine;

/// <summary><c>doctor [CHECKPOINT...]</c>: what was found on this machine and in these folders.</summary>
internal sealed class DoctorCommand : Command
{
    private readonly Argument<string[]> _checkpoints = new("CHECKPOINT")
    {
        Description = "Folders to load and check; the shipped organism when none is given.",
        Arity = ArgumentArity.ZeroOrMore,
    };

    private readonly InjectionSetting _injection = new();

    private readonly EngineSettings _settings = new();

    public DoctorCommand() : base("doctor", "Says what was found: LibTorch, device, memory, checkpoints, sidecars against tokenizers.")
    {
        Add(_checkpoints);
        _injection.AddTo(this);
        _settings.AddTo(this);
        SetAction(Run);
    }

    private int Run(ParseResult parsed)
    {
        var (device, type, injection) = (_settings.Device(parsed), _settings.Type(parsed), _injection.Options(parsed));
        var findings = Doctor.ExamineMachine(device, type).ToList();
        var folders = Folders(parsed);
        if (findings.TrueForAll(finding => finding.IsGood))
            findings.AddRange(folders.SelectMany(folder => Doctor.ExamineCheckpoint(folder, ComputeOptions.Parse(device, type), injection)));
        if (findings.TrueForAll(finding => finding.IsGood))
            findings.AddRange(Doctor.ExamineTogether(folders, ComputeOptions.Parse(device, type), injection, CancellationToken.None));
        if (_settings.Json(parsed))
            JsonOutput.Write(findings, parsed.InvocationConfiguration.Output);
        else
            Draw(findings, parsed.InvocationConfiguration.Output);
        return findings.TrueForAll(finding => finding.IsGood) ? ExitCode.Done : ExitCode.Refused;
    }

    private IReadOnlyList<string> Folders(ParseResult parsed) =>
        parsed.GetValue(_checkpoints) is { Length: > 0 } given ? given : Shipped.Checkpoints;

    private static void Draw(IEnumerable<Finding> findings, TextWriter output)
    {
        var table = new Table().Border(TableBorder.Simple).AddColumns("", "what", "found");
        foreach (var finding in findings)
            table.AddRow(Mark(finding.Health), Markup.Escape(finding.Subject), Markup.Escape(finding.Detail));
        Terminal.Over(output).Write(table);
    }

    private static string Mark(Health health) => health switch
    {
        Health.Good => "[green]ok[/]",
        Health.Doubtful => "[yellow]??[/]",
        _ => "[red]no[/]",
    };
}
