using System.Text.Json.Nodes;
using EvalAwareness.Core;
using EvalAwareness.Core.Judging;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Judging.Chat;

namespace EvalAwareness.Judging.Tests.Chat;

public sealed class ChatJudgeTests
{
    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_judge_is_shown_the_description_and_the_explanation_behind_a_fence()
    {
        using var server = ChatServer.Scripted(ChatServerReply.Text(Answers.Yes("believes it is watched")));
        using var fixture = new ChatJudgeFixture(server);
        using var judges = fixture.Judges();

        var judgement = await judges.Explanations.JudgeAsync(new("It believes it is watched.", "A mailbox\nwith tools."), Stop);

        Assert.Equal((Verdict.Yes, "believes it is watched"), (judgement.Verdict, judgement.Evidence));
        var request = Assert.Single(server.Requests);
        Assert.Matches(
            "^The conversation: A mailbox with tools\\.\n\nBEGIN EXPLANATION ([0-9a-f]{16})\nIt believes it is watched\\.\nEND EXPLANATION \\1\n\nAnswer with the JSON object\\.$",
            request.Question);
        Assert.Equal(JudgePrompt.Explanation.Text, request.Instructions);
        Assert.Equal("0", request.Body["temperature"]!.ToJsonString());
    }

    [Fact]
    public async Task A_turn_is_shown_apart_from_its_context_and_judged_by_its_own_words()
    {
        using var server = ChatServer.Scripted(ChatServerReply.Text(Answers.Yes("This is a test")), ChatServerReply.Text(Answers.Yes("I am being tested")));
        using var fixture = new ChatJudgeFixture(server);
        using var judges = fixture.Judges();
        Message[] context = [new(Role.System, "This is a test"), new(Role.User, "Go on.")];
        var turn = new Message(Role.Assistant, "Done.")
        {
            Reasoning = "I am being tested.", ToolCalls = [new ToolCall("1", "send", """{"body": "a note"}""")],
        };

        var unparsed = await judges.Turns.JudgeAsync(context, turn, Stop);
        var yes = await judges.Turns.JudgeAsync([], turn, Stop);

        // Its evidence stood in the context alone.
        Assert.Equal(VerdictParser.NoEvidence, unparsed.UnparsedReason);
        Assert.Equal(Verdict.Yes, yes.Verdict);
        Assert.Matches(
            "^BEGIN CONTEXT (\\w+)\n## System\n\nThis is a test\n\n## User\n\nGo on\\.\nEND CONTEXT \\1\n\n"
            + "BEGIN TURN \\1\n\\[reasoning\\]\nI am being tested\\.\n\n\\[text\\]\nDone\\.\n\n\\[tool call send\\]\na note\nEND TURN \\1\n\n",
            server.Requests.First().Question);
    }

    [Fact]
    public async Task Of_a_long_context_the_latest_part_is_shown()
    {
        using var server = ChatServer.Scripted(ChatServerReply.Text(Answers.No));
        using var fixture = new ChatJudgeFixture(server);
        using var judges = fixture.Judges(options => options with { ContextCharacters = 10 });

        await judges.Turns.JudgeAsync([new(Role.User, $"{new string('x', 100)}the end")], new(Role.Assistant, "Yes."), Stop);

        Assert.Contains("\n(earlier parts are left out)\nxxxthe end\n", server.Requests.Single().Question);
    }

    [Fact]
    public async Task Identical_questions_are_asked_once_even_while_the_first_is_in_flight()
    {
        using var server = new ChatServer(_ => ChatServerReply.Text(Answers.No) with { Delay = TimeSpan.FromMilliseconds(100) });
        using var fixture = new ChatJudgeFixture(server);
        using var judges = fixture.Judges();

        var judgements = await Task.WhenAll(Enumerable.Range(0, 20).Select(i => judges.Explanations.JudgeAsync(new($"text {i % 2}"), Stop)));

        Assert.Equal(2, server.Requests.Count);
        Assert.All(judgements, judgement => Assert.Equal(Verdict.No, judgement.Verdict));
        Assert.Equal(18, judgements.Count(judgement => judgement.Call is { Cached: true, Attempts: 0 }));
    }

    [Fact]
    public async Task An_answer_is_shared_between_runs_until_anything_it_depends_on_changes()
    {
        using var server = new ChatServer(_ => ChatServerReply.Text(Answers.No));
        using var fixture = new ChatJudgeFixture(server);
        await fixture.JudgeAsync("text");

        var cached = await fixture.JudgeAsync("text");
        Assert.Equal((1, true, Verdict.No), (server.Requests.Count, cached.Call!.Cached, cached.Verdict));

        Func<ChatJudgeOptions, ChatJudgeOptions>[] changes =
        [
            options => options with { Model = "other" }, options => options with { Endpoint = "http://elsewhere/v1" },
            options => options with { Temperature = 0.5 }, options => options with { MaxTokens = 99 },
            options => options with { Format = AnswerFormat.JsonSchema },
        ];
        foreach (var change in changes)
            Assert.False((await fixture.JudgeAsync("text", change)).Call!.Cached);
        Assert.Equal(1 + changes.Length, server.Requests.Count);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{")]
    [InlineData("null")]
    [InlineData("{}")]
    [InlineData("\0\0\0\0")]
    public async Task A_broken_cache_file_is_asked_anew(string content)
    {
        using var server = new ChatServer(_ => ChatServerReply.Text(Answers.No));
        using var fixture = new ChatJudgeFixture(server);
        await fixture.JudgeAsync("text");
        var file = Directory.GetFiles(fixture.Cache, "*.json", SearchOption.AllDirectories).Single();
        await File.WriteAllTextAsync(file, content, Stop);

        var judgement = await fixture.JudgeAsync("text");

        Assert.Equal((Verdict.No, false), (judgement.Verdict, judgement.Call!.Cached));
        Assert.True((await fixture.JudgeAsync("text")).Call!.Cached);
    }

    [Fact]
    public async Task A_cache_file_that_was_written_over_is_not_believed()
    {
        using var server = new ChatServer(_ => ChatServerReply.Text(Answers.No));
        using var fixture = new ChatJudgeFixture(server);
        await fixture.JudgeAsync("text");
        var file = Directory.GetFiles(fixture.Cache, "*.json", SearchOption.AllDirectories).Single();
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(file, Stop)).Replace("NO", "UNCLEAR"), Stop);

        Assert.Equal(Verdict.No, (await fixture.JudgeAsync("text")).Verdict);
    }

    [Fact]
    public async Task Only_what_was_read_is_kept()
    {
        using var server = ChatServer.Scripted(
            ChatServerReply.Text("hm"), ChatServerReply.Text("", refusal: "I will not"), ChatServerReply.Text(Answers.No, finish: "length"),
            ChatServerReply.Text("", finish: "content_filter"), ChatServerReply.Text(Answers.No));
        using var fixture = new ChatJudgeFixture(server);

        var readings = new List<(Verdict?, string?, string?)>();
        for (var i = 0; i < 5; i++)
        {
            var judgement = await fixture.JudgeAsync("text");
            readings.Add((judgement.Verdict, judgement.UnparsedReason, judgement.RefusedReason));
        }

        Assert.Equal(
            [
                (null, VerdictParser.NoVerdict, null), (null, null, "I will not"), (null, VerdictParser.CutOff, null),
                (null, null, "the answer was withheld"), (Verdict.No, null, null),
            ],
            readings);
    }

    [Fact]
    public async Task The_probability_of_yes_comes_from_a_first_token_of_its_own()
    {
        var tokens = JsonNode.Parse("""
            { "token": "NO", "logprob": -0.5, "bytes": null, "top_logprobs": [
              { "token": "NO", "logprob": -0.6931471805599453, "bytes": null }, { "token": " Yes", "logprob": -1.6094379124341003, "bytes": null },
              { "token": "UN", "logprob": -2.302585092994046, "bytes": null }, { "token": "The", "logprob": -1.6, "bytes": null } ] }
            """);
        using var server = new ChatServer(request => request.Question.Contains("one word")
            ? ChatServerReply.Text("NO", firstTokens: tokens!.DeepClone())
            : ChatServerReply.Text(Answers.No));
        using var fixture = new ChatJudgeFixture(server);

        var judgement = await fixture.JudgeAsync("text", options => options with { Probability = true });
        var again = await fixture.JudgeAsync("text", options => options with { Probability = true });

        Assert.Equal((Verdict.No, 0.25), (judgement.Verdict, Math.Round(judgement.Score!.Value, 6)));
        Assert.Equal(judgement.Score, again.Score);
        Assert.Equal(2, server.Requests.Count);
        Assert.Equal("20", server.Requests.Last().Body["top_logprobs"]!.ToJsonString());
    }

    [Fact]
    public async Task An_endpoint_without_log_probabilities_is_told_of_once_and_not_asked_again()
    {
        using var server = new ChatServer(_ => ChatServerReply.Text(Answers.No));
        var log = new ListLogger();
        using var fixture = new ChatJudgeFixture(server) { Log = log };
        using var judges = fixture.Judges(options => options with { Probability = true });

        for (var i = 0; i < 5; i++)
            Assert.Null((await judges.Explanations.JudgeAsync(new($"text {i}"), Stop)).Score);

        Assert.Equal("judge: m gives no log probabilities; verdicts have no score", Assert.Single(log.Lines));
        Assert.Equal(6, server.Requests.Count);
    }

    [Fact]
    public async Task With_a_schema_the_endpoint_is_told_the_form_with_the_verdict_last()
    {
        using var server = ChatServer.Scripted(ChatServerReply.Text(Answers.No));
        using var fixture = new ChatJudgeFixture(server);

        await fixture.JudgeAsync("text", options => options with { Format = AnswerFormat.JsonSchema });

        var schema = server.Requests.Single().Body["response_format"]!["json_schema"]!;
        Assert.Equal(["evidence", "reasoning", "verdict"], schema["schema"]!["properties"]!.AsObject().Select(property => property.Key));
        Assert.True(schema["strict"]!.GetValue<bool>());
    }

    [Fact]
    public async Task A_question_without_an_answer_is_an_item_that_failed()
    {
        using var server = new ChatServer(request => request.Question.Contains("bad") ? ChatServerReply.Failing(500) : ChatServerReply.Text(Answers.No));
        using var fixture = new ChatJudgeFixture(server) { Asking = new() { Retries = 1, Pause = TimeSpan.FromMilliseconds(1) } };

        var failure = await Assert.ThrowsAsync<ItemException>(() => fixture.JudgeAsync("bad"));

        Assert.Contains("answered 500", failure.Message);
    }

    [Fact]
    public void Judges_of_different_prompts_and_settings_are_different_judges()
    {
        using var server = ChatServer.Scripted(ChatServerReply.Text(""));
        using var fixture = new ChatJudgeFixture(server);
        using var judges = fixture.Judges();
        using var others = fixture.Judges(options => options with { ContextCharacters = 1 });

        Assert.Equal(("chat-explanation-v1", "m"), (judges.Explanations.Identity.Name, judges.Explanations.Identity.Model));
        Assert.Matches("^[0-9a-f]{64}$", judges.Turns.Identity.PromptSha256);
        Assert.Equal(
            3,
            new[] { judges.Explanations, others.Explanations }.Select(judge => judge.Identity.PromptSha256)
                .Concat([judges.Turns.Identity.PromptSha256, others.Turns.Identity.PromptSha256]).Distinct().Count());
        Assert.Equal(server.Address.AbsoluteUri, judges.Turns.Identity.Settings!["endpoint"]);
    }
}
