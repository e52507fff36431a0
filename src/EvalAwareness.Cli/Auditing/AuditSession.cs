using System.CommandLine;
using EvalAwareness.Cli.Judging;
using EvalAwareness.Cli.Output;
using EvalAwareness.Cli.Progress;
using EvalAwareness.Cli.Reporting;
using EvalAwareness.Core;
using EvalAwareness.Core.Models;
using EvalAwareness.Inference;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Inference.Memory;
using EvalAwareness.Inference.Nla;
using EvalAwareness.Inference.Tokenization;
using EvalAwareness.Judging;
using EvalAwareness.Pipeline;
using EvalAwareness.Pipeline.Auditing;
using EvalAwareness.Pipeline.Planning;
using EvalAwareness.Pipeline.Running;
using EvalAwareness.Results.Store;
using EvalAwareness.Training.Evaluation;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EvalAwareness.Cli.Auditing;

/// <summary>Plans an audit, loads its models, runs it and says what came out.</summary>
internal static class AuditSession
{
    private const string Reports = "reports";

    /// <param name="audit">What to run.</param>
    /// <param name="request">How a person asked for it.</param>
    /// <param name="terminal">Where to say what came out.</param>
    /// <param name="stop">Cancels; what was recorded stays.</param>
    /// <param name="study">What else is measured with the models at hand once the run is complete; null for nothing.</param>
    public static async Task<int> RunAsync(
        AuditOptions audit, AuditRequest request, InvocationConfiguration terminal, CancellationToken stop,
        Action<PlannedAudit, Engine, CancellationToken>? study = null)
    {
        var compute = ComputeOptions.Parse(request.Device, audit.DataType);
        using var host = Host(request, terminal);
        return await host.RunBatchAsync(Batch, stop);

        async Task<int> Batch(IServiceProvider services, CancellationToken cancelled)
        {
            var planned = await PlanAsync(services.GetRequiredService<AuditPlanner>(), audit, cancelled);
            if (request.DryRun)
                return PlanView.Show(planned, request.Json, terminal.Output);
            using var judge = new JudgeFactory(compute, TimeProvider.System, services.GetRequiredService<ILogger<JudgeFactory>>()).Create(audit.Judge);
            using var engine = Load(audit, compute);
            var residency = ResidencyChooser.Choose(audit.Residency, engine.WeightBytes + judge.WeightBytes, compute);
            await SelfCheck.RunAsync(planned, engine, residency, terminal.Error, cancelled);
            var where = Where(audit, request, residency);
            var judges = Judges(judge, audit, engine);
            JudgeCalibrations.Check(audit.JudgeCalibration, judges.Explanations.Identity, terminal.Error);
            var summary = await services.GetRequiredService<AuditRun>().RunAsync(planned, Models(engine), judges, where, cancelled);
            if (summary.IsComplete)
            {
                study?.Invoke(planned, engine, cancelled);
                await ReportAsync(planned, where.Folder, cancelled);
            }
            return SummaryView.Show(summary, request.Json, terminal.Output);
        }
    }

    private static async Task ReportAsync(PlannedAudit planned, string folder, CancellationToken stop) => await RunReport.WriteAsync(
        folder, await RunTables.LoadAsync(folder, stop), TranscriptTexts.Of(planned, TranscriptTokenizer.Load(planned.Audit.Model)),
        planned.Audit.JudgeCalibration, stop);

    private static Task<PlannedAudit> PlanAsync(AuditPlanner planner, AuditOptions audit, CancellationToken stop) =>
        planner.PlanAsync(
            audit, TranscriptTokenizer.Load(audit.Model), Checkpoint.Open(audit.Model).Configuration.ContextLength, stop);

    private static Engine Load(AuditOptions audit, ComputeOptions compute) => Engine.Load(
        audit.Model,
        new NlaFolder(audit.Verbalizer, audit.Reconstructor ?? throw new RefusedException("reconstructor: no folder given")),
        audit.WarmStart is { } pair
            ? new NlaFolder(pair.Verbalizer, pair.Reconstructor ?? throw new RefusedException("warm_start.reconstructor: no folder given"))
            : null,
        compute,
        audit.Injection);

    private static AuditModels Models(Engine engine) =>
        new(engine.Target, Models(engine.Nla), engine.WarmStart is { } warmStart ? Models(warmStart) : null);

    private static NlaModels Models(LoadedNla pair) => new(pair.Verbalizer, pair.Reconstructor);

    private static AuditJudges Judges(JudgePair judge, AuditOptions audit, Engine engine) => new(
        judge.Explanations, judge.Turns, audit.Controls.Probe is { } probe ? ProbeFile.Read(probe, engine.Target) : null);

    private static RunRequest Where(AuditOptions audit, AuditRequest request, ResidencyChoice residency) => new(
        RunFolder.Choose(Reports, audit.Name, request.Folder, request.Resume, TimeProvider.System),
        request.Shard,
        ProgramEnvironment.Describe(request.Device),
        residency);

    private static IHost Host(AuditRequest request, InvocationConfiguration terminal)
    {
        var builder = new HostApplicationBuilder(new HostApplicationBuilderSettings { DisableDefaults = true });
        builder.Logging.AddProvider(new LineLoggerProvider(terminal.Error));
        builder.Services.Configure<ConsoleLifetimeOptions>(lifetime => lifetime.SuppressStatusMessages = true);
        builder.Services.AddSingleton(ProgressChoice.For(terminal.Error, request.Json));
        builder.Services.AddEvalAwarenessPipeline();
        return builder.Build();
    }
}
