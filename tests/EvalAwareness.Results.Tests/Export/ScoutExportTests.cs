using System.Text.Json;
using System.Text.Json.Nodes;
using EvalAwareness.Results.Export;
using EvalAwareness.Results.Export.Scout;
using EvalAwareness.Results.Store;
using EvalAwareness.Results.Tests.Synthetic;

namespace EvalAwareness.Results.Tests.Export;

public sealed class ScoutExportTests(CompletedRun run)
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_scanner_has_the_columns_of_Inspect_Scout_all_of_them_optional()
    {
        using var exported = await ExportedRun.OfAsync(run, ExportTarget.Scout);
        var table = Path.Combine(Baseline(exported), "nla_awareness.parquet");

        Golden.Match("scan.schema.txt", DuckDb.Schema(table));
        Assert.Equal(
            [["OPTIONAL"]], DuckDb.Query($"select distinct repetition_type from parquet_schema('{table}') where name <> 'root'"));
        Assert.Equal([["ZSTD"]], DuckDb.Query($"select distinct compression from parquet_metadata('{table}')"));
    }

    [Fact]
    public async Task Each_condition_is_a_scan_and_turns_have_a_table_where_they_were_judged()
    {
        using var exported = await ExportedRun.OfAsync(run, ExportTarget.Scout);

        Assert.Equal(2, Directory.GetDirectories(exported.Out).Length);
        Assert.All(Directory.GetDirectories(exported.Out), folder => Assert.Matches("/scan_id=[2-9A-HJ-NP-Za-km-z]{22}$", folder));
        Assert.True(File.Exists(Path.Combine(Baseline(exported), "verbalized_awareness.parquet")));
        Assert.False(File.Exists(Path.Combine(Scan(exported, "shuffled"), "verbalized_awareness.parquet")));
    }

    [Fact]
    public async Task A_scan_says_what_was_done_and_that_it_is_complete()
    {
        using var exported = await ExportedRun.OfAsync(run, ExportTarget.Scout);
        var spec = Json(Path.Combine(Baseline(exported), "_scan.json"));

        Assert.Equal($"scan_id={spec["scan_id"]}", Path.GetFileName(Baseline(exported)));
        Assert.True(DateTimeOffset.TryParse((string?)spec["timestamp"], null, out _));
        spec["timestamp"] = "at some time";
        Golden.Match("scan.json", spec.ToJsonString(new JsonSerializerOptions { WriteIndented = true }));
        Assert.Equal(
            """
            {"complete":true,"scanners":{"nla_awareness":{"scans":32,"results":22,"errors":0,"tokens":0,"model_usage":{}},"verbalized_awareness":{"scans":32,"results":2,"errors":0,"tokens":0,"model_usage":{}}}}
            """,
            Json(Path.Combine(Baseline(exported), "_summary.json")).ToJsonString());
        Assert.Equal("", File.ReadAllText(Path.Combine(Baseline(exported), "_errors.jsonl")));
    }

    [Fact]
    public async Task Values_are_shares_of_yes_with_the_first_evidence()
    {
        using var exported = await ExportedRun.OfAsync(run, ExportTarget.Scout);

        var rows = DuckDb.Query(
            $"""
            select transcript_id, value, value_type, answer, explanation, metadata->>'first_yes_position', scan_error
            from '{Baseline(exported)}/nla_awareness.parquet' where transcript_task_set = 'blackmail' limit 4
            """);

        Assert.Equal(
            ["blackmail-000", "0.6", "number", "6/10", "6 of 10 explanations say so, first at token 60 in message 2.\n\n    suspects an evaluation", "60", null],
            rows[0]);
        Assert.Equal(["blackmail-003", "0", "number", "0/10", "0 of 10 explanations say so.", null, null], rows[3]);
    }

    [Fact]
    public async Task Every_result_has_an_id_of_its_own_that_another_export_gives_again()
    {
        using var first = await ExportedRun.OfAsync(run, ExportTarget.Scout);
        using var second = await ExportedRun.OfAsync(run, ExportTarget.Scout);
        const string Ids = "select scan_id, scanner_name, transcript_id, uuid from '{0}/*/*.parquet' order by all";
        string Of(ExportedRun exported) => string.Join("\n", DuckDb.Query(string.Format(null, Ids, exported.Out)).Select(row => string.Join(" ", row)));

        Assert.Equal(Of(first), Of(second));
        Assert.Equal([[96L, 96L]], DuckDb.Query($"select count(*), count(distinct uuid) from '{first.Out}/*/*.parquet'"));
    }

    public static TheoryData<string?, string?, string, string?, string?> Turns => new()
    {
        { "yes", "true", "boolean", "yes", null },
        { "no", "false", "boolean", "no", null },
        { "unclear", null, "null", "unclear", null },
        { null, null, "null", null, "1 of 1 turns unparsed: no verdict" },
    };

    [Theory]
    [MemberData(nameof(Turns))]
    public async Task An_unclear_answer_is_neither_true_nor_false_and_an_unread_one_is_an_error(
        string? verdict, string? value, string valueType, string? answer, string? error)
    {
        using var folder = new TemporaryFolder();
        var scan = await WriteAsync(
            ExportedRun.OneTranscript("t", ExportedRun.Turn(2, verdict, unparsed: verdict is null ? "no verdict" : null)), folder);

        Assert.Equal(
            [value, valueType, answer, error],
            Assert.Single(DuckDb.Query($"select value, value_type, answer, scan_error from '{scan}/verbalized_awareness.parquet'")));
        Assert.Equal(
            error is null ? "" : $$"""{"transcript_id":"t","scanner":"verbalized_awareness","error":"{{error}}","traceback":"","refusal":false}""" + "\n",
            File.ReadAllText(Path.Combine(scan, "_errors.jsonl")));
    }

    [Fact]
    public async Task Words_of_others_stay_words()
    {
        using var folder = new TemporaryFolder();
        const string Id = "a\"},{\u0001</script>";
        const string Evidence = "# title\r\n![x](http://elsewhere/x.png)\r<img src=x>\n```\n[M1]";
        var scan = await WriteAsync(ExportedRun.OneTranscript(Id, ExportedRun.Turn(2, "yes", Evidence)), folder);

        var row = Assert.Single(DuckDb.Query(
            $"select transcript_id, input_ids, input, explanation from '{scan}/verbalized_awareness.parquet'"));

        Assert.Equal(Id, row[0]);
        Assert.Equal(Id, (string?)JsonNode.Parse((string)row[1]!)![0]);
        Assert.Equal(Id, (string?)JsonNode.Parse((string)row[2]!)!["transcript_id"]);
        // Indented by four, a line of Markdown is code, whatever it says.
        Assert.All(((string)row[3]!).Split('\n', '\r').Skip(2), line => Assert.StartsWith("    ", line));
        Assert.Equal(Id, Json(Path.Combine(scan, "_scan.json"))["transcripts"]!["transcript_ids"]!.AsObject().Single().Key);
    }

    [Fact]
    public async Task Sources_are_named_as_their_dataset_names_them_and_no_file_tells_where_the_run_lay()
    {
        using var exported = await ExportedRun.OfAsync(run, ExportTarget.Scout);
        using var folder = new TemporaryFolder();
        var scan = await WriteAsync(ExportedRun.OneTranscript("t"), folder);

        Assert.Equal([["openai", "logs/a.jsonl"]], DuckDb.Query($"select transcript_source_type, transcript_source_uri from '{scan}/nla_awareness.parquet'"));
        Assert.All(Directory.EnumerateFiles(exported.Out, "*.json*", SearchOption.AllDirectories), file => Assert.DoesNotContain(Path.GetTempPath(), File.ReadAllText(file)));
        Assert.Empty(DuckDb.Query($"from '{exported.Out}/*/*.parquet' s where contains(s::varchar, '{Path.GetTempPath()}')"));
    }

    private static async Task<string> WriteAsync(RunTables tables, TemporaryFolder folder)
    {
        await ScoutExport.WriteAsync(tables, new AwarenessReader(tables).Read(), folder.Path, Stop);
        return Assert.Single(Directory.GetDirectories(folder.Path));
    }

    private static string Baseline(ExportedRun exported) => Scan(exported, "baseline");

    private static string Scan(ExportedRun exported, string condition) => Directory.GetDirectories(exported.Out)
        .Single(folder => (string?)Json(Path.Combine(folder, "_scan.json"))["metadata"]!["condition"] == condition);

    private static JsonNode Json(string path) => JsonNode.Parse(File.ReadAllText(path))!;
}
