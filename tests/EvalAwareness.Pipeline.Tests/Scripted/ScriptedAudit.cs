using System.Text.Json;
using System.Text.Json.Nodes;
using EvalAwareness.Core.Models;
using EvalAwareness.Core.Positions;
using EvalAwareness.Core.Progress;
using EvalAwareness.Pipeline.Auditing;
using EvalAwareness.Pipeline.Planning;
using EvalAwareness.Pipeline.Running;
using EvalAwareness.Reading.Datasets;
using EvalAwareness.Results.Store;
using Microsoft.Extensions.Logging.Abstractions;

namespace EvalAwareness.Pipeline.Tests.Scripted;

/// <summary>Plans and runs audits of scripted transcripts in a folder.</summary>
internal sealed class ScriptedAudit(TestFolder folder)
{
    public static AuditOptions Defaults { get; } = new()
    {
        Name = "scripted",
        Model = "-",
        Verbalizer = "-",
        Datasets = [],
        Positions = new PositionOptions { Count = 4, MinimumIndex = 2 },
        Controls = new ControlOptions { ShuffledPositions = 2 },
        Seed = 7,
        BlockPositions = 8,
    };

    public ScriptedTokenizer Tokenizer { get; } = new();

    public AuditOptions Options { get; init; } = Defaults;

    public AuditJudges Judges { get; init; } = ScriptedJudges.Both;

    /// <summary>A transcript with one user message and these answers, as a line of a file.</summary>
    public static string Line(string id, params string[] answers)
    {
        var messages = new JsonArray(new JsonObject { ["role"] = "user", ["content"] = "what now" });
        foreach (var answer in answers)
            messages.Add(new JsonObject { ["role"] = "assistant", ["content"] = answer });
        return new JsonObject { ["id"] = id, ["messages"] = messages }.ToJsonString();
    }

    /// <summary>Lines of transcripts with so many words each.</summary>
    public static string Lines(string prefix, int count, int words = 10)
    {
        var ids = Enumerable.Range(0, count).Select(index => $"{prefix}{index}");
        return string.Join('\n', ids.Select(id => Line(id, Words(id, words))));
    }

    private static string Words(string id, int count) =>
        string.Join(' ', Enumerable.Range(0, count).Select(word => $"{id}w{word}"));

    public DatasetSource Source(string name, string lines) => DatasetSource.Loose(folder.Write($"{name}.jsonl", lines));

    public Task<PlannedAudit> PlanAsync(params IReadOnlyList<DatasetSource> sources) =>
        new AuditPlanner(SilentProgress.Instance).PlanAsync(
            Options with { Datasets = sources }, Tokenizer, 4096, TestContext.Current.CancellationToken);

    public AuditModels Models(Action<int>? onCapture = null)
    {
        var calls = 0;
        var model = new ScriptedModel(Tokenizer) { OnCapture = _ => onCapture?.Invoke(++calls) };
        return new AuditModels(model, new NlaModels(model, model), new NlaModels(new ScriptedModel(Tokenizer) { Greeting = "earlier " }, null));
    }

    public Task<RunSummary> RunAsync(
        PlannedAudit planned, string run, Shard? shard = null, AuditModels? models = null, CancellationToken? stop = null,
        ResidencyChoice? residency = null) =>
        new AuditRun(TimeProvider.System, SilentProgress.Instance, NullLogger<AuditRun>.Instance).RunAsync(
            planned, models ?? Models(), Judges,
            new RunRequest(folder[run], shard ?? Shard.Whole, [], residency ?? ResidencyChoice.Resident), stop ?? TestContext.Current.CancellationToken);

    /// <summary>Plans and runs, and reads back what the run left.</summary>
    public async Task<RunTables> TablesAsync(params IReadOnlyList<DatasetSource> sources)
    {
        await RunAsync(await PlanAsync(sources), "run");
        return await ReadAsync("run");
    }

    public Task<RunTables> ReadAsync(string run) => RunTables.LoadAsync(folder[run], TestContext.Current.CancellationToken);

    /// <summary>All rows of a run as text, to compare runs by.</summary>
    public async Task<string> RowsAsync(string run)
    {
        var tables = await ReadAsync(run);
        return JsonSerializer.Serialize(
            new { tables.Transcripts, tables.Explanations, tables.Verdicts, tables.Failures, tables.Rates },
            new JsonSerializerOptions
            {
                WriteIndented = true,
                NumberHandling = System.Text.Json.Serialization.JsonNumberHandling.AllowNamedFloatingPointLiterals,
            });
    }
}
