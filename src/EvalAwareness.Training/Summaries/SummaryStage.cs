using EvalAwareness.Core;
using EvalAwareness.Core.Progress;
using EvalAwareness.Endpoints;
using EvalAwareness.Training.Activations;
using EvalAwareness.Training.Nla;
using Microsoft.Extensions.AI;

namespace EvalAwareness.Training.Summaries;

/// <summary>Brings summaries of the warm start's activations into the training's folder.</summary>
public sealed class SummaryStage(TrainingFolder folder, IProgressReporter progress)
{
    private readonly ActivationFolder _activations = new(folder.Activations);

    /// <summary>Takes what is there already.</summary>
    public async Task<SummaryCounts> CountAsync(CancellationToken stop) => SummaryTally.Of(folder.Summaries, await WantedAsync(stop));

    /// <summary>Takes those of a file, which are matched by <c>doc_id</c> and <c>position</c>.</summary>
    /// <exception cref="RefusedException">There is no such file.</exception>
    public async Task<SummaryCounts> ImportAsync(string file, CancellationToken stop)
    {
        if (!File.Exists(file))
            throw new RefusedException($"{file}: no such file; --summaries takes JSONL with doc_id, position and summary in every line.");
        var wanted = await WantedAsync(stop);
        var pending = $"{folder.Summaries}.tmp";
        var records = SummaryFile.Read(file).OfType<SummaryRecord>().Where(record => wanted.Contains(record.Key));
        await File.WriteAllLinesAsync(pending, records.Select(SummaryLine.Format), stop);
        var counts = SummaryTally.Of(file, wanted);
        File.Move(pending, folder.Summaries, overwrite: true);
        return counts;
    }

    /// <summary>Asks for those that are missing; each is written as it arrives, so that nothing is asked twice.</summary>
    public async Task<SummaryCounts> AskAsync(EndpointOptions options, CancellationToken stop)
    {
        var wanted = await WantedAsync(stop);
        using (var file = SummaryFile.Append(folder.Summaries))
        {
            var answered = SummaryFile.Read(folder.Summaries).OfType<SummaryRecord>().Select(record => record.Key).ToHashSet();
            using var stage = progress.Begin($"asking {options.Model} for summaries", wanted.Count, "summaries");
            stage.Advance(wanted.Count(answered.Contains));
            await AskMissingAsync(options, answered, file, stage, stop);
        }
        return SummaryTally.Of(folder.Summaries, wanted);
    }

    private async Task AskMissingAsync(
        EndpointOptions options, IReadOnlySet<ActivationKey> answered, SummaryFile file, IProgressStage stage, CancellationToken stop)
    {
        using var endpoint = new ChatEndpoint(options, TimeProvider.System);
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = options.Asking.Concurrency, CancellationToken = stop };
        foreach (var path in Files())
        {
            var missing = (await ActivationFile.ReadAsync(path, stop)).Where(row => !answered.Contains(row.Key));
            await Parallel.ForEachAsync(missing, parallel, async (row, cancelled) =>
            {
                file.Add(await AskAsync(endpoint, row, cancelled));
                lock (stage)
                    stage.Advance(1);
            });
        }
    }

    private static async Task<SummaryRecord> AskAsync(ChatEndpoint endpoint, StoredActivation activation, CancellationToken stop)
    {
        try
        {
            var answer = await endpoint.AskAsync(SummaryQuestion.About(activation), new ChatOptions(), stop);
            var (summary, dropped) = SummaryText.ReadTagged(answer.Response.Text);
            return new SummaryRecord(activation.Key, summary, dropped);
        }
        catch (ItemException error)
        {
            return new SummaryRecord(activation.Key, null, error.Message);
        }
    }

    private async Task<IReadOnlySet<ActivationKey>> WantedAsync(CancellationToken stop)
    {
        var wanted = new HashSet<ActivationKey>();
        foreach (var file in Files())
            wanted.UnionWith(await ActivationFile.ReadKeysAsync(file, stop));
        return wanted;
    }

    private IEnumerable<string> Files() => new[] { DataSplit.Verbalizer, DataSplit.Reconstructor }.SelectMany(_activations.Files);
}
