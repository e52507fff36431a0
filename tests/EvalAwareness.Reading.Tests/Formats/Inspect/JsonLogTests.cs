namespace EvalAwareness.Reading.Tests.Formats.Inspect;

public sealed class JsonLogTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_sample_is_a_transcript_with_the_model_of_the_evaluation_and_its_place_in_the_log()
    {
        var items = await ReadAsync(Logs.Json(Logs.Sample(1, Logs.Dialogue("a")), Logs.Sample(2, Logs.Dialogue("b"), ""","uuid":"u2" """)));

        Assert.Equal(["E1:1:1", "u2"], items.Select(item => item.Transcript!.Id));
        Assert.Equal([["q", "a"], ["q", "b"]], items.Select(item => item.Transcript!.Messages.Select(message => message.Content)));
        Assert.Equal(["log.json:1", "log.json:2"], items.Select(item => item.Transcript!.Origin!.ToString()));
        Assert.All(items, item => Assert.Equal(("inspect", "lab/m-1"), (item.Transcript!.Origin!.Format, item.Transcript.Origin.Model)));
        Assert.Empty(items.Reasons());
    }

    [Theory]
    [InlineData("\"eval_id\":\"E1\",", "R1:T1:1:1")]
    [InlineData("\"eval_id\":\"E1\",\"run_id\":\"R1\",", "d:1")]
    public async Task A_log_from_before_evaluations_had_ids_is_known_by_run_and_task(string missing, string id)
    {
        var items = await ReadAsync(Logs.Json(Logs.Sample(1, Logs.Dialogue("a"))).Replace(missing, ""));
        Assert.Equal(id, Assert.Single(items).Transcript!.Id);
    }

    [Theory]
    [InlineData("cancelled", "[]", "an Inspect log without samples (status cancelled, 1 planned)")]
    [InlineData("started", "null", "an Inspect log without samples (status started, 1 planned)")]
    [InlineData("error", "{}", "`samples` of the log is no list")]
    public async Task A_log_without_samples_says_so(string status, string samples, string reason)
    {
        var items = await ReadAsync(Logs.Json(status, []).Replace("\"samples\": []", $"\"samples\": {samples}"));
        Assert.Equal(reason, items[0].Problem);
    }

    [Fact]
    public async Task Samples_that_were_planned_and_not_run_are_counted()
    {
        var items = await ReadAsync(Logs.Json("cancelled", [Logs.Sample(1, Logs.Dialogue("a"))]).Replace("[1]", "[1,2,3]").Replace("\"epochs\":1", "\"epochs\":2"));
        Assert.Equal(["log.json:samples: 5 of 6 planned samples are not in the log (status cancelled)"], items.Reasons());
    }

    [Fact]
    public async Task What_is_known_of_the_evaluation_may_stand_behind_the_samples()
    {
        var log = $$"""{"samples":[{{Logs.Sample(1, Logs.Dialogue("a"))}}],"status":"error","eval":{{Logs.Eval.Replace("[1]", "[1,2]")}}}""";
        await File.WriteAllTextAsync(_folder["log.json"], log, TestContext.Current.CancellationToken);

        var items = await FileReading.ReadAsync(_folder["log.json"]);

        Assert.Equal(("E1:1:1", "lab/m-1"), (items[0].Transcript!.Id, items[0].Transcript!.Origin!.Model));
        Assert.Equal("1 of 2 planned samples are not in the log (status error)", items[1].Problem);
    }

    [Fact]
    public async Task A_log_that_is_cut_off_keeps_the_samples_before_the_cut()
    {
        var log = Logs.Json(Logs.Sample(1, Logs.Dialogue("a")), Logs.Sample(2, Logs.Dialogue("b")));

        var items = await ReadAsync(log[..log.IndexOf("\"b\"", StringComparison.Ordinal)]);

        Assert.Equal("E1:1:1", items[0].Transcript!.Id);
        Assert.StartsWith("not JSON from here to the end of the log: ", items[1].Problem);
        Assert.Equal(2, items.Count);
    }

    [Theory]
    [InlineData("7", "a sample is an object, not a number")]
    [InlineData("""{"id":1,"messages":{}}""", "`messages` of the sample is an object; it must be a list")]
    [InlineData("""{"id":1,"epoch":1,"messages":[]}""", "no assistant turn among 0 messages")]
    [InlineData("""{"id":1,"uuid":[],"messages":[]}""", "`uuid` is a list; it must be text that is not blank, or a number")]
    [InlineData("""{"id":1,"attachments":[],"messages":[]}""", "no assistant turn among 0 messages")]
    public async Task A_sample_that_cannot_be_read_is_quarantined_and_the_next_one_is_read(string sample, string reason)
    {
        var items = await ReadAsync(Logs.Json(sample, Logs.Sample(2, Logs.Dialogue("b"))));

        Assert.Equal(reason, items[0].Problem);
        Assert.Equal("E1:2:1", items[1].Transcript!.Id);
    }

    [Fact]
    public async Task A_second_log_behind_the_first_is_told()
    {
        var log = Logs.Json(Logs.Sample(1, Logs.Dialogue("a")));

        var items = await ReadAsync($"{log}\n{log}");

        Assert.Equal("not JSON from here to the end of the log: `{` follows where it should end", items[1].Problem);
    }

    [Fact]
    public async Task Events_of_any_length_and_depth_do_not_hide_the_messages()
    {
        var deep = new string('[', 5_000) + new string(']', 5_000);
        var events = string.Join(',', Enumerable.Repeat($$"""{"event":"state","text":"{{new string('x', 1 << 20)}}"}""", 70));

        var items = await ReadAsync(Logs.Json(Logs.Sample(1, Logs.Dialogue("a"), $""","events":[{deep},{events}]"""), Logs.Sample(2, Logs.Dialogue("b"))));

        Assert.Equal(["a", "b"], items.Select(item => item.Transcript!.Messages[1].Content));
    }

    [Fact]
    public async Task A_conversation_over_the_limit_is_quarantined_and_the_next_one_is_read()
    {
        var messages = string.Join(',', Enumerable.Repeat(Logs.User(new string('x', 1 << 20)), 65));

        var items = await ReadAsync(Logs.Json(Logs.Sample(1, messages), Logs.Sample(2, Logs.Dialogue("b"))));

        Assert.Equal("its conversation is longer than 64 MB", items[0].Problem);
        Assert.Equal("E1:2:1", items[1].Transcript!.Id);
    }

    [Fact]
    public async Task A_message_nested_too_deeply_is_its_samples_problem_alone()
    {
        var deep = new string('[', 300) + new string(']', 300);

        var items = await ReadAsync(Logs.Json(Logs.Sample(1, deep), Logs.Sample(2, Logs.Dialogue("b"))));

        Assert.StartsWith("not JSON: The maximum configured depth of 256", items[0].Problem);
        Assert.Equal("E1:2:1", items[1].Transcript!.Id);
    }

    private Task<List<ReadItem>> ReadAsync(string log) => _folder.ReadAsync("log.json", log);
}
