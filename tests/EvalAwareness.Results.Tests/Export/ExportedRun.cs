using EvalAwareness.Core;
using EvalAwareness.Results.Export;
using EvalAwareness.Results.Store;
using EvalAwareness.Results.Tables;
using EvalAwareness.Results.Tests.Synthetic;

namespace EvalAwareness.Results.Tests.Export;

/// <summary>What is exported of a run, in a folder of its own.</summary>
internal sealed class ExportedRun : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private ExportedRun() { }

    public string Out => _folder.File("out");

    public string this[string name] => Path.Combine(Out, name);

    public static async Task<ExportedRun> OfAsync(CompletedRun run, ExportTarget target)
    {
        var exported = new ExportedRun();
        await RunExport.WriteAsync(run.Tables.Folder, target, exported.Out, TestContext.Current.CancellationToken);
        return exported;
    }

    /// <summary>The tables of a run of one transcript, which is called <paramref name="id"/>, with these verdicts on its turns.</summary>
    public static RunTables OneTranscript(string id, params IEnumerable<VerdictRow> turns)
    {
        var tables = SyntheticTables.Of(new SyntheticRun(perDataset: 1));
        var transcript = tables.Transcripts[0] with { SourceFile = "logs/a.jsonl", SourcePlace = "1", SourceFormat = "openai", SourceModel = "model" };
        return tables with
        {
            Transcripts = [transcript with { TranscriptId = id }],
            Explanations = [],
            Verdicts =
            [
                .. tables.Verdicts
                    .Where(row => row.TranscriptId == transcript.TranscriptId && row.Condition == Conditions.Baseline && row.Subject == Subjects.Explanation)
                    .Concat(turns)
                    .Select(row => row with { TranscriptId = id }),
            ],
        };
    }

    public static VerdictRow Turn(int message, string? verdict, string evidence = "", string? unparsed = null) =>
        SyntheticRows.OfTurns(SyntheticRows.Transcript("blackmail", 0, Conditions.Baseline, 10)).Single() with
        {
            MessageIndex = message, Verdict = verdict, Evidence = evidence, UnparsedReason = unparsed,
        };

    public void Dispose() => _folder.Dispose();
}
