using System.Text.Json.Nodes;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Results.Store;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Results.Tests.Synthetic;

/// <summary>
/// A run whose numbers can be argued by hand. Four datasets of equal size under two conditions; even transcripts of the
/// three evaluations hold the belief, no deployment transcript does. Under baseline transcript i has 6 + i mod 4 YES in ten
/// positions when it believes and i mod 3 when it does not (0 in deployment, except the first, which has 1); shuffled,
/// i mod 4 whatever it believes. Every fourth believing blackmail transcript says so. Each block holds one transcript.
/// </summary>
internal sealed class SyntheticRun(int perDataset = 8, int positions = 10)
{
    public static readonly string[] Datasets = ["blackmail", "destructive-coding", "swe-bench", "deployment"];

    public static RunSpec Spec(double temperature = 1) => new(
        new JsonObject
        {
            ["seed"] = 7,
            ["sampling"] = new JsonObject { ["temperature"] = temperature, ["max_new_tokens"] = 80 },
            ["positions"] = new JsonObject { ["policy"] = "random", ["count"] = 10 },
            ["judge"] = new JsonObject { ["name"] = "rubric-v1", ["prompt_sha256"] = SyntheticRows.PromptSha256 },
            ["inputs"] = new JsonArray("aa11", "bb22"),
        },
        new JsonObject { ["device"] = "cpu", ["version"] = "0.1.0" });

    public IReadOnlyList<TranscriptRow> Transcripts =>
    [
        .. from condition in new[] { Conditions.Baseline, Conditions.Shuffled }
           from dataset in Datasets
           from index in Enumerable.Range(0, perDataset)
           select SyntheticRows.Transcript(dataset, index, condition, positions),
    ];

    public IReadOnlyList<FailureRow> PlanFailures => [new FailureRow { Stage = "read", Source = "broken.jsonl:3", Message = "not JSON" }];

    public int BlockCount => Transcripts.Count;

    public BlockRecord Block(int number)
    {
        var transcript = Transcripts[number];
        var index = number % perDataset;
        var yes = YesCount(transcript, index) * positions / 10;
        var places = Enumerable.Range(0, positions).Select(place => (place * 7 + 3) % positions).Order().ToList();
        return new BlockRecord(
            number,
            [.. places.Select(place => SyntheticRows.Explanation(transcript, place, place < yes))],
            [
                .. places.Select(place => SyntheticRows.OfExplanation(transcript, place, place < yes)),
                .. transcript.Condition == Conditions.Baseline ? SyntheticRows.OfTurns(transcript) : [],
            ],
            []);
    }

    public async Task<RunSummary> WriteAsync(string folder, IEnumerable<int>? order = null)
    {
        var store = RunStore.Open(folder, Spec(), TimeProvider.System);
        foreach (var block in order ?? Enumerable.Range(0, BlockCount)) await store.RecordAsync(Block(block), TestContext.Current.CancellationToken);
        return await store.CompleteAsync(Transcripts, PlanFailures, BlockCount, TestContext.Current.CancellationToken);
    }

    private static int YesCount(TranscriptRow transcript, int index)
    {
        if (transcript.Condition == Conditions.Shuffled) return index % 4;
        if (transcript.Kind == TranscriptKind.Deployment.Name()) return index == 0 ? 1 : 0;
        return transcript.LabelAware == true ? 6 + index % 4 : index % 3;
    }
}
