using System.Globalization;
using EvalAwareness.Core;
using EvalAwareness.Core.Models;
using Microsoft.Extensions.AI;

namespace EvalAwareness.Endpoints.Tests;

/// <summary>A real server on this machine, and a clock that does not wait.</summary>
public sealed class ChatEndpointTests
{
    private const string Key = "sk-very-secret";

    private readonly HastyTime _time = new();

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_passes_is_asked_again_and_a_wait_is_as_long_as_the_endpoint_says()
    {
        var date = (_time.GetUtcNow() + TimeSpan.FromSeconds(90)).ToString("R", CultureInfo.InvariantCulture);
        using var server = ChatServer.Scripted(
            ChatServerReply.Failing(429, "7"), ChatServerReply.Failing(503, date), ChatServerReply.Failing(500), ChatServerReply.Failing(408),
            ChatServerReply.Dropped(Drop.BeforeAnswer), ChatServerReply.Dropped(Drop.InTheMiddle), ChatServerReply.Text("at last"));

        var answer = await AskAsync(server);

        Assert.Equal(("at last", 7), (answer.Response.Text, answer.Attempts));
        Assert.Equal([7, 83], _time.Waits.Take(2).Select(wait => wait.TotalSeconds));
        Assert.Equal(6, _time.Waits.Count);
        Assert.Single(server.Answered);
    }

    [Fact]
    public async Task An_endpoint_that_wants_to_be_left_alone_for_hours_has_failed()
    {
        using var server = ChatServer.Scripted(ChatServerReply.Failing(429, "7200"));

        var error = await Assert.ThrowsAsync<EndpointException>(() => AskAsync(server));

        Assert.Equal((429, TimeSpan.FromHours(2)), (error.Status, error.RetryAfter));
        Assert.Empty(_time.Waits);
    }

    [Fact]
    public async Task Whoever_wants_no_second_try_gets_none()
    {
        using var server = ChatServer.Scripted(ChatServerReply.Failing(500));
        using var endpoint = Endpoint(server, _time, asking => asking with { Retries = 0 });

        await Assert.ThrowsAsync<EndpointException>(() => endpoint.AskAsync([new(ChatRole.User, "?")], new(), Stop));
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task An_answer_that_takes_too_long_is_asked_for_again()
    {
        using var server = ChatServer.Scripted(ChatServerReply.Text("late") with { Delay = TimeSpan.FromSeconds(20) }, ChatServerReply.Text("soon"));
        using var endpoint = Endpoint(server, TimeProvider.System, asking => asking with { Timeout = TimeSpan.FromSeconds(1), Pause = TimeSpan.Zero });

        Assert.Equal("soon", (await endpoint.AskAsync([new(ChatRole.User, "?")], new(), Stop)).Response.Text);
    }

    [Theory]
    [InlineData("<html>")]
    [InlineData("""{"choices": [{"mess""")]
    [InlineData("")]
    [InlineData("{}")]
    [InlineData("""{"choices": []}""")]
    [InlineData("""{"choices": "none"}""")]
    public async Task An_answer_that_is_none_is_paid_and_not_asked_for_again(string body)
    {
        using var server = ChatServer.Scripted(new ChatServerReply(200, body));

        var error = await Assert.ThrowsAsync<ItemException>(() => AskAsync(server));

        Assert.StartsWith("an answer that is no chat completion", error.Message);
        Assert.Single(server.Requests);
    }

    [Theory]
    [InlineData(401, "put a key that is good for this model into A_KEY")]
    [InlineData(403, "put a key that is good for this model into A_KEY")]
    [InlineData(404, "check the address of the endpoint and the name of the model")]
    public async Task What_no_waiting_helps_is_refused_at_once_with_what_to_do(int status, string advice)
    {
        using var server = ChatServer.Scripted(new ChatServerReply(status, $"no access for {Key}"));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => AskAsync(server));

        Assert.Contains($"answered {status}: no access for (key)", refused.Message);
        Assert.Contains(advice, refused.Message);
        Assert.DoesNotContain(Key, refused.ToString());
        Assert.Single(server.Requests);
    }

    [Fact]
    public async Task After_failures_in_a_row_nothing_more_is_asked()
    {
        using var server = ChatServer.Scripted(ChatServerReply.Failing(500));
        using var endpoint = Endpoint(server, _time, asking => asking with { Retries = 1, MostFailures = 3, Concurrency = 1 });

        var errors = new List<Exception?>();
        for (var i = 0; i < 6; i++)
            errors.Add(await Record.ExceptionAsync(() => endpoint.AskAsync([new(ChatRole.User, $"{i}")], new(), Stop)));

        Assert.All(errors.Take(2), error => Assert.IsType<EndpointException>(error));
        Assert.All(errors.Skip(2), error => Assert.StartsWith("3 questions in a row had no answer", Assert.IsType<IOException>(error).Message));
        Assert.Equal(6, server.Requests.Count);
    }

    [Fact]
    public async Task A_question_that_is_refused_is_to_blame_itself_once_another_was_answered()
    {
        using var server = ChatServer.Scripted(ChatServerReply.Text("fine"), ChatServerReply.Failing(400));
        using var endpoint = Endpoint(server, _time, asking => asking with { MostFailures = 2, Concurrency = 1 });
        await endpoint.AskAsync([new(ChatRole.User, "first")], new(), Stop);

        for (var i = 0; i < 5; i++)
            await Assert.ThrowsAsync<ItemException>(() => endpoint.AskAsync([new(ChatRole.User, $"{i}")], new(), Stop));
    }

    [Fact]
    public async Task An_endpoint_that_refuses_every_question_is_not_asked_ten_thousand()
    {
        using var server = ChatServer.Scripted(ChatServerReply.Failing(400));
        using var endpoint = Endpoint(server, _time, asking => asking with { MostFailures = 2, Concurrency = 1 });

        await Assert.ThrowsAsync<ItemException>(() => endpoint.AskAsync([new(ChatRole.User, "1")], new(), Stop));
        await Assert.ThrowsAsync<IOException>(() => endpoint.AskAsync([new(ChatRole.User, "2")], new(), Stop));
    }

    [Fact]
    public async Task No_more_questions_are_in_flight_than_allowed()
    {
        using var server = new ChatServer(_ => ChatServerReply.Text("yes") with { Delay = TimeSpan.FromMilliseconds(20) });
        using var endpoint = Endpoint(server, TimeProvider.System, asking => asking with { Concurrency = 3 });

        await Task.WhenAll(Enumerable.Range(0, 12).Select(i => endpoint.AskAsync([new(ChatRole.User, $"{i}")], new(), Stop)));

        Assert.InRange(server.MostInFlight, 1, 3);
    }

    [Fact]
    public async Task Requests_and_tokens_keep_to_their_minute()
    {
        using var server = ChatServer.Scripted(ChatServerReply.Text("yes"));
        using var byRequests = Endpoint(server, _time, asking => asking with { RequestsPerMinute = 30, Concurrency = 1 });
        await AskManyAsync(byRequests, 4);
        Assert.Equal([2, 2, 2], _time.Waits.Select(wait => Math.Round(wait.TotalSeconds, 3)));

        // 2 tokens are asked with 4 letters and an answer of one.
        var slow = new HastyTime();
        using var byTokens = Endpoint(server, slow, asking => asking with { TokensPerMinute = 4, Concurrency = 1 });
        await AskManyAsync(byTokens, 3);
        Assert.Equal([30, 30], slow.Waits.Select(wait => Math.Round(wait.TotalSeconds, 3)));
    }

    [Fact]
    public async Task The_budget_is_never_passed_and_says_when_it_ends()
    {
        using var server = ChatServer.Scripted(ChatServerReply.Failing(500), ChatServerReply.Text("yes"));
        using var endpoint = Endpoint(server, _time, asking => asking with { Budget = new Budget(2, null) });
        await AskManyAsync(endpoint, 2);

        var error = await Assert.ThrowsAsync<BudgetException>(() => AskManyAsync(endpoint, 1));

        Assert.Equal("the budget of 2 requests allows no further question (2 spent or in flight); what was answered is kept, start again to go on", error.Message);
        // The failing one was answered with nothing that costs.
        Assert.Equal(3, server.Requests.Count);
    }

    [Fact]
    public async Task With_prices_the_budget_is_money_and_counts_the_tokens_the_endpoint_reports()
    {
        using var server = ChatServer.Scripted(ChatServerReply.Text("yes"));
        // 1,000 and 100 tokens for each answer: 0.002.
        using var endpoint = Endpoint(server, _time, asking => asking with { Budget = new Budget(0.0061m, new TokenPrice(1, 10)) });

        await AskManyAsync(endpoint, 3);

        var error = await Assert.ThrowsAsync<BudgetException>(() => endpoint.AskAsync([new(ChatRole.User, "four")], new() { MaxOutputTokens = 50 }, Stop));
        Assert.Contains("(0.006 spent or in flight)", error.Message);
    }

    [Fact]
    public async Task Anthropics_protocol_is_spoken_too()
    {
        using var server = ChatServer.Scripted(ChatServerReply.Failing(529), ChatServerReply.Message("hello"), ChatServerReply.Message("", "refusal"), ChatServerReply.Message("he", "max_tokens"));
        using var endpoint = new ChatEndpoint(Options(server, asking => asking) with { Kind = EndpointKind.Anthropic }, _time);
        IReadOnlyList<ChatMessage> question = [new(ChatRole.System, "be short"), new(ChatRole.User, "?")];

        var answers = new List<ChatAnswer>();
        for (var i = 0; i < 3; i++)
            answers.Add(await endpoint.AskAsync(question, new(), Stop));

        Assert.Equal([ChatFinishReason.Stop, ChatFinishReason.ContentFilter, ChatFinishReason.Length], answers.Select(answer => answer.Response.FinishReason));
        Assert.Equal(("hello", 2), (answers[0].Response.Text, answers[0].Attempts));
        Assert.Equal("be short", server.Requests.First().Instructions);
        Assert.Contains(Key, server.Requests.First().Headers);
    }

    [Theory]
    [InlineData("sk-\u00e9")]
    [InlineData("sk-a b")]
    [InlineData("sk-a\u0000b")]
    public void A_key_that_cannot_be_sent_is_refused_without_showing_it(string key)
    {
        const string Variable = "EVALAWARE_TEST_KEY_THAT_CANNOT_BE_SENT";
        if (key.Contains('\0'))
            key = key.Replace('\0', '\n');
        Environment.SetEnvironmentVariable(Variable, key);

        var refused = Assert.Throws<RefusedException>(() => Secret.FromEnvironment(Variable));

        Assert.Contains(Variable, refused.Message);
        Assert.DoesNotContain(key, refused.Message);
    }

    private async Task<ChatAnswer> AskAsync(ChatServer server)
    {
        using var endpoint = Endpoint(server, _time, asking => asking);
        return await endpoint.AskAsync([new(ChatRole.User, "?")], new(), Stop);
    }

    private static async Task AskManyAsync(ChatEndpoint endpoint, int count)
    {
        for (var i = 0; i < count; i++)
            await endpoint.AskAsync([new(ChatRole.User, "four")], new() { MaxOutputTokens = 1 }, Stop);
    }

    private static ChatEndpoint Endpoint(ChatServer server, TimeProvider time, Func<AskingOptions, AskingOptions> asking) =>
        new(Options(server, asking), time);

    private static EndpointOptions Options(ChatServer server, Func<AskingOptions, AskingOptions> asking) => new()
    {
        Address = server.Address, Model = "m", ApiKey = Key, KeyVariable = "A_KEY", Asking = asking(new AskingOptions { Timeout = TimeSpan.FromDays(1) }),
    };
}
