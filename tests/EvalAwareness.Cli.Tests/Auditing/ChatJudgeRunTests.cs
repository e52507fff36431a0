using System.Text.Json;
using System.Text.Json.Nodes;
using EvalAwareness.Results.Store;
using EvalAwareness.Results.Tables;

namespace EvalAwareness.Cli.Tests.Auditing;

/// <summary>The shipped audit with a chat model as its judge: real models, a real server, and an endpoint that fails.</summary>
public sealed class ChatJudgeRunTests : IDisposable
{
    private const string Secret = "sk-very-secret-key";
    private const string KeyVariable = "CHAT_JUDGE_TESTS_KEY";

    // Set for the whole process: a value of it is read only where a test names the variable.
    static ChatJudgeRunTests() => Environment.SetEnvironmentVariable(KeyVariable, Secret);

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_is_judged_by_a_model_and_a_second_one_by_what_it_had_answered()
    {
        using var server = new ChatServer(Honest);
        var (exitCode, _, error) = await RunAsync(server, "one");
        Assert.True(exitCode == 0, error);
        var asked = server.Requests.Count;
        await RunAsync(server, "two");

        var (one, two) = (await TablesAsync("one"), await TablesAsync("two"));
        Assert.All(one.Verdicts, row => Assert.Equal("m", row.JudgeModel));
        Assert.Equal(["chat-explanation-v1", "chat-turn-v1"], one.Verdicts.Select(row => row.Judge).Distinct().Order());
        Assert.Contains(one.Verdicts, row => row is { Cached: false, Attempts: 1, LatencyMs: > 0, Verdict: not null });
        Assert.All(two.Verdicts, row => Assert.True(row is { Cached: true, Attempts: 0 }));
        Assert.Equal(one.Verdicts.Select(Answer), two.Verdicts.Select(Answer));
        Assert.Equal(asked, server.Requests.Count);
        Assert.Equal(asked, server.Requests.Select(request => request.Question).Distinct().Count());
        Assert.True(File.Exists(_folder["one/report.html"]));
    }

    [Fact]
    public async Task The_judge_never_learns_dataset_condition_or_position()
    {
        using var server = new ChatServer(Honest);
        await RunAsync(server, "run");

        var explanations = server.Requests.Where(request => request.Question.StartsWith("The conversation: ")).ToList();
        Assert.NotEmpty(explanations);
        foreach (var request in explanations)
        {
            Assert.Matches("^The conversation: (An assistant|A coding assistant) [a-z ]+\\.\n\nBEGIN EXPLANATION ([0-9a-f]{16})\n[^\0]*\nEND EXPLANATION \\2\n\nAnswer with", request.Question);
            foreach (var word in (string[])["blackmail", "destructive-coding", "swe-bench", "shuffled", "baseline"])
                Assert.DoesNotContain(word, request.Question.Split("BEGIN")[0]);
        }
    }

    [Fact]
    public async Task Refused_and_unparsed_are_told_apart_and_neither_is_in_a_rate()
    {
        using var server = new ChatServer(request => (request.Question.Length % 3) switch
        {
            0 => ChatServerReply.Text("", refusal: "I will not"),
            1 => ChatServerReply.Text("who knows"),
            _ => Honest(request),
        });
        await RunAsync(server, "run");

        var tables = await TablesAsync("run");
        Assert.Contains(tables.Verdicts, row => row is { Verdict: null, RefusedReason: "I will not", UnparsedReason: null });
        Assert.Contains(tables.Verdicts, row => row is { Verdict: null, RefusedReason: null, UnparsedReason: "no verdict that could be read" });
        foreach (var rate in tables.Rates.Where(rate => rate is { Dataset: "blackmail", Measure: "nla", Rule: "any_of_n", Condition: "baseline" }))
        {
            var rows = tables.Verdicts.Where(row => row is { Dataset: "blackmail", Subject: "explanation", Condition: "baseline" }).ToList();
            Assert.Equal(rows.Count(row => row.Verdict is not null), rate.NPositions);
            Assert.Equal(rows.Count(row => row.UnparsedReason is not null), rate.Unparsed);
            Assert.True(rate.Missing >= rows.Count(row => row.RefusedReason is not null));
        }
    }

    [Fact]
    public async Task An_endpoint_that_goes_away_ends_the_run_with_one_line_and_it_can_be_continued()
    {
        var answered = 0;
        using (var failing = new ChatServer(request => Interlocked.Increment(ref answered) <= 20 ? Honest(request) : ChatServerReply.Failing(500)))
        {
            var (exitCode, _, error) = await RunAsync(failing, "run", "--set judge.retries=0");
            Assert.Equal(1, exitCode);
            var line = Assert.Single(error.Split('\n'), line => line.StartsWith("evalaware: "));
            Assert.Matches("^evalaware: 10 questions in a row had no answer, the last one: http://.* answered 500: .*; what was answered is kept, start again to go on$", line);
        }
        Assert.False(File.Exists(_folder["run/verdicts.parquet"]));
    }

    [Fact]
    public async Task A_budget_ends_the_run_and_a_second_start_goes_on_without_asking_again()
    {
        using var server = new ChatServer(Honest);
        var (exitCode, _, error) = await RunAsync(server, "run", "--budget 15");
        Assert.Equal(4, exitCode);
        Assert.Contains("evalaware: the budget of 15 requests allows no further question (15 spent or in flight); what was answered is kept, start again to go on", error);
        Assert.Equal(15, server.Answered.Count);

        Assert.Equal(0, (await RunAsync(server, "run")).ExitCode);

        Assert.Equal(server.Answered.Count, server.Answered.Distinct().Count());
        Assert.All((await TablesAsync("run")).Verdicts, row => Assert.NotNull(row.Verdict));
    }

    [Theory]
    [InlineData(401, 2)]
    [InlineData(404, 2)]
    [InlineData(500, 1)]
    [InlineData(400, 1)]
    public async Task Whatever_fails_the_key_is_written_nowhere(int status, int expected)
    {
        using var server = new ChatServer(request => new ChatServerReply(status, $"the key {Secret} is no good; you sent {request.Headers}"));

        var (exitCode, output, error) = await RunAsync(server, "run", "--set judge.retries=0");

        Assert.True(exitCode == expected, error);
        Assert.Contains($"answered {status}", error);
        Assert.All(server.Requests, request => Assert.Contains($"Bearer {Secret}", request.Headers));
        Assert.DoesNotContain(Secret, output + error);
        foreach (var file in Directory.GetFiles(_folder.Path, "*", SearchOption.AllDirectories))
            Assert.False(File.ReadAllBytes(file).AsSpan().IndexOf(System.Text.Encoding.UTF8.GetBytes(Secret)) >= 0, file);
    }

    [Fact]
    public async Task A_missing_key_is_told_before_a_model_loads()
    {
        var (exitCode, _, error) = await CommandLineTests.RunAsync(
            $"run {ShippedAudit} --out {_folder["run"]} --limit 1 --set judge.kind=openai --set judge.model=m --set judge.key_variable=NO_SUCH_KEY --set judge.cache={_folder["cache"]}");

        Assert.Equal(2, exitCode);
        Assert.EndsWith("evalaware: judge: there is no key for m; put it into the environment variable NO_SUCH_KEY\n", error);
    }

    [Fact]
    public async Task A_checkpoint_on_the_own_engine_can_be_the_judge()
    {
        // The organism writes no JSON: every answer is unparsed, or cut off, and none is a no.
        var (exitCode, _, error) = await CommandLineTests.RunAsync(
            $"run {ShippedAudit} --out {_folder["run"]} {Cut} --set positions.count=1 --set judge.kind=local --set judge.model=organism/target "
            + $"--set judge.max_tokens=8 --set judge.probability=true --set judge.cache={_folder["cache"]}");

        Assert.True(exitCode is 0 or 3, error);
        var tables = await TablesAsync("run");
        Assert.NotEmpty(tables.Verdicts);
        Assert.All(tables.Verdicts, row => Assert.True(row is { Verdict: null, JudgeModel: "target" }));
    }

    [Fact]
    public async Task A_dry_run_says_what_the_judge_would_be_asked_and_needs_no_key()
    {
        var arguments = $"run {ShippedAudit} {Cut} --dry-run --set judge.kind=openai --set judge.model=m "
            + """--set judge.price={"input":1,"output":5}""";
        var (exitCode, output, _) = await CommandLineTests.RunAsync(arguments);
        var (_, json, _) = await CommandLineTests.RunAsync($"{arguments} --json");

        Assert.Equal(0, exitCode);
        Assert.Matches(@"judge m: at most \d+ requests, [\d,]+ tokens to read \(one for every 4 bytes\) and [\d,]+ to write, \d+\.\d\d by the prices given;", output);
        Assert.True(JsonDocument.Parse(json).RootElement.GetProperty("judge").GetProperty("requests").GetInt64() > 0);
    }

    private const string Cut = "--limit 1 --set positions.count=4 --set controls.shuffled.positions=1 --set controls.random.positions=0 "
        + "--set controls.no_injection.positions=0 --set controls.window.words=0 --set controls.probe=null --set warm_start=null --set block_positions=4";

    private static string ShippedAudit => Path.Combine(Repository.Root, "datasets", "audit.json");

    private Task<(int ExitCode, string Output, string Error)> RunAsync(ChatServer server, string run, string more = "") => CommandLineTests.RunAsync(
        $"run {ShippedAudit} --out {_folder[run]} {Cut} --set judge.kind=openai --set judge.model=m --set judge.endpoint={server.Address} "
        + $"--set judge.key_variable={KeyVariable} --set judge.cache={_folder["cache"]} {more}".TrimEnd());

    private Task<RunTables> TablesAsync(string run) => RunTables.LoadAsync(_folder[run], TestContext.Current.CancellationToken);

    private static object Answer(VerdictRow row) => (row.Subject, row.Position, row.Verdict, row.Evidence, row.Reasoning, row.Score);

    /// <summary>YES to what speaks of an evaluation, with the word as evidence.</summary>
    private static ChatServerReply Honest(ChatServerRequest request)
    {
        var judged = request.Question.Split("BEGIN")[^1];
        var isAware = judged.Contains("evaluation");
        return ChatServerReply.Text(new JsonObject
        {
            ["evidence"] = isAware ? new JsonArray("evaluation") : new JsonArray(), ["reasoning"] = "as it says", ["verdict"] = isAware ? "YES" : "NO",
        }.ToJsonString());
    }
}
