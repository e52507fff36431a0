using EvalAwareness.Core;
using EvalAwareness.Core.Models;
using EvalAwareness.Core.Positions;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Judging;
using EvalAwareness.Pipeline.Auditing;
using EvalAwareness.Reading.Datasets;

namespace EvalAwareness.Pipeline.Tests.Auditing;

public sealed class AuditFileTests : IDisposable
{
    private const string Least = """{ "model": "target", "verbalizer": "av", "datasets": ["chat.jsonl"] }""";

    private readonly TestFolder _folder = new();

    public AuditFileTests()
    {
        foreach (var name in new[] { "target", "av", "ar" })
            Directory.CreateDirectory(_folder[name]);
        _folder.Write("chat.jsonl", "");
        _folder.Write("blackmail/dataset.json", "{}");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Every_key_reaches_the_options()
    {
        var audit = Load(Everything);

        Assert.Equal(
            ("full", _folder["target"], _folder["av"], _folder["ar"]),
            (audit.Name, audit.Model, audit.Verbalizer, audit.Reconstructor));
        Assert.Equal(
            [
                new DatasetSource(_folder["blackmail/dataset.json"], "dataset", TranscriptKind.Evaluation),
                new DatasetSource(_folder["chat.jsonl"], "talk", TranscriptKind.Deployment),
            ],
            audit.Datasets);
        Assert.True(audit.Datasets[0].IsCard);
        Assert.Equal(
            new PositionOptions
            {
                Policy = PositionPolicy.EveryNth, Count = 5, MinimumIndex = 9, IncludeReasoning = false, OutlierNormRatio = 3,
            },
            audit.Positions);
        Assert.Equal(new SamplingOptions { Temperature = 0.5, TopP = 0.9, MaxNewTokens = 80, Samples = 2 }, audit.Sampling);
        Assert.Equal(
            new ControlOptions
            {
                ShuffledPositions = 10, RandomPositions = 11, NoInjectionPositions = 12, WindowWords = 40, Probe = _folder["chat.jsonl"],
            },
            audit.Controls);
        Assert.Equal(
            new WarmStartOptions { Verbalizer = _folder["av"], Reconstructor = _folder["ar"], Positions = 13 }, audit.WarmStart);
        Assert.Equal((JudgeKind.Rubric, 18446744073709551615UL), (audit.Judge.Kind, audit.Seed));
        Assert.Equal((64, "float32", (int?)12), (audit.BlockPositions, audit.DataType, audit.Limit));
    }

    [Fact]
    public void What_is_left_out_has_its_default()
    {
        var audit = Load(Least);

        Assert.Equal(("audit", null, new PositionOptions()), (audit.Name, audit.Reconstructor, audit.Positions));
        Assert.Equal((new ControlOptions(), null, 0UL, 256), (audit.Controls, audit.WarmStart, audit.Seed, audit.BlockPositions));
        Assert.Equal(("auto", null), (audit.DataType, audit.Limit));
        Assert.Equal([new DatasetSource(_folder["chat.jsonl"], "chat", TranscriptKind.Evaluation)], audit.Datasets);
    }

    [Fact]
    public void All_problems_are_reported_at_once_with_file_key_what_was_found_and_what_is_legal()
    {
        var refused = Assert.Throws<RefusedException>(() => Load(Broken));

        Assert.Equal(
            Shipped.Lines("Expected/broken-audit.txt"),
            refused.Problems.Select(problem => problem.Replace(_folder.Path, "FOLDER")));
    }

    [Theory]
    [InlineData("""{ "seed": 1, "seed": 2 }""", "not JSON")]
    [InlineData("""{ "seed": """, "not JSON")]
    [InlineData("[]", "an audit file holds one JSON object")]
    public void A_file_that_is_no_object_is_refused(string text, string reason) =>
        Assert.Contains(reason, Assert.Throws<RefusedException>(() => Load(text)).Message);

    [Fact]
    public void A_missing_file_is_refused() =>
        Assert.EndsWith("no such audit file", Assert.Throws<RefusedException>(() => AuditFile.Load(_folder["none.json"])).Message);

    [Fact]
    public void The_environment_overrides_the_file_and_set_overrides_both()
    {
        var environment = new Dictionary<string, string>
        {
            ["EVALAWARE_POSITIONS__COUNT"] = "20",
            ["EVALAWARE_SEED"] = "3",
            ["EVALAWARE_POSITIONS__POLICY"] = "all",
            ["EVALAWARE_LIBTORCH"] = "/somewhere",
            ["PATH"] = "/bin",
        };

        var audit = Load(Everything, environment, "seed=4", "sampling.temperature=0", "name=7", "limit=null");

        Assert.Equal((20, PositionPolicy.All, 4UL), (audit.Positions.Count, audit.Positions.Policy, audit.Seed));
        Assert.Equal((0.0, "7", null), (audit.Sampling.Temperature, audit.Name, audit.Limit));
    }

    [Fact]
    public void A_problem_in_an_override_names_who_gave_it()
    {
        var environment = new Dictionary<string, string>
        {
            ["EVALAWARE_POSITIONS__COUNT"] = "many",
            ["EVALAWARE_COLOUR"] = "red",
        };

        var refused = Assert.Throws<RefusedException>(
            () => Load(Least, environment, "sampling.heat=1", "nonsense", "seed.x=1", "model.path=x"));

        Assert.Collection(
            refused.Problems,
            problem => Assert.StartsWith("--set nonsense: legal is key=value", problem),
            problem => Assert.Equal("--set: model.path: model is a value, not a section", problem),
            problem => Assert.StartsWith("environment EVALAWARE_POSITIONS__COUNT: positions.count: found \"many\"; legal is", problem),
            problem => Assert.StartsWith("--set: sampling.heat: not a known key; legal here are max_new_tokens,", problem),
            problem => Assert.StartsWith("--set: seed: found {\"x\":1}; legal is a whole number", problem),
            problem => Assert.StartsWith("environment EVALAWARE_COLOUR: colour: not a known key", problem));
    }

    [Fact]
    public void A_scan_reads_loose_files_as_evaluations_named_after_them()
    {
        _folder.Write("other/chat.jsonl", "");

        var scan = Load(Everything).Scan(LooseSources.Of([_folder["chat.jsonl"], _folder["other/chat.jsonl"]]));

        Assert.Equal(["chat", "chat-2"], scan.Datasets.Select(source => source.Name));
        Assert.All(scan.Datasets, source => Assert.Equal(TranscriptKind.Evaluation, source.Kind));
        Assert.Equal((new ControlOptions(), null), (scan.Controls, scan.WarmStart));
    }

    [Fact]
    public void A_scan_of_missing_files_names_them_all()
    {
        var refused = Assert.Throws<RefusedException>(() => Load(Least).Scan(LooseSources.Of(["no.jsonl", "neither.jsonl"])));
        Assert.Equal(["no.jsonl: no such file", "neither.jsonl: no such file"], refused.Problems);
    }

    private AuditOptions Load(string text, IReadOnlyDictionary<string, string>? environment = null, params string[] sets) =>
        AuditFile.Load(_folder.Write("audit.json", text), environment, sets);

    private const string Everything = """
        {
          // what an audit can say
          "name": "full", "model": "target", "verbalizer": "av", "reconstructor": "ar",
          "datasets": ["blackmail/dataset.json", { "path": "chat.jsonl", "kind": "deployment", "name": "talk" }],
          "positions": { "policy": "every_nth", "count": 5, "minimum_index": 9, "include_reasoning": false, "outlier_norm_ratio": 3 },
          "sampling": { "temperature": 0.5, "top_p": 0.9, "max_new_tokens": 80, "samples": 2 },
          "controls": { "shuffled": { "positions": 10 }, "random": { "positions": 11 }, "no_injection": { "positions": 12 },
                        "window": { "words": 40 }, "probe": "chat.jsonl" },
          "warm_start": { "verbalizer": "av", "reconstructor": "ar", "positions": 13 },
          "judge": "rubric", "seed": 18446744073709551615, "block_positions": 64, "dtype": "float32", "limit": 12,
        }
        """;

    private const string Broken = """
        {
          "name": "a/b", "model": "nowhere", "verbalizer": 5,
          "datasets": ["none.jsonl", 3, { "path": "chat.jsonl", "kind": "war", "size": 1 }, {}],
          "positions": { "policy": "best", "count": 0, "cuont": 3, "include_reasoning": "yes" },
          "sampling": [], "warm_start": { "positions": 0 },
          "controls": { "shuffled": { "positions": 300 }, "window": { "words": -1 }, "probe": "none.json", "placebo": 1 },
          "judge": "oracle", "seed": -1, "block_positions": 1.5, "dtype": "int4", "limit": "all", "colour": "red"
        }
        """;
}
