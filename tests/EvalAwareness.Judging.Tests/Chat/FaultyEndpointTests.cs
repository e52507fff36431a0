using System.Collections.Concurrent;
using EvalAwareness.Core;
using EvalAwareness.Core.Judging;
using EvalAwareness.Judging.Chat;

namespace EvalAwareness.Judging.Tests.Chat;

/// <summary>Thousands of judgements by an endpoint that fails in every way that endpoints do.</summary>
public sealed class FaultyEndpointTests
{
    private const int Judgements = 5_000;
    private const int Distinct = 4_000;
    private const int Concurrency = 16;

    private readonly ConcurrentDictionary<string, int> _attempts = [];

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_judgement_is_answered_or_accounted_for_and_none_is_paid_twice()
    {
        using var server = new ChatServer(Answer);
        using var fixture = Fixture(server);
        using var judges = fixture.Judges();

        var outcomes = await JudgeAllAsync(judges, Stop);

        Assert.Equal(Judgements, outcomes.Count);
        foreach (var (index, outcome) in outcomes.Index())
            Assert.Equal(Expected(index % Distinct), outcome);
        // Somebody would pay for one answer to each question, whatever was in it, and for no more.
        Assert.Equal(Distinct, server.Answered.Count);
        Assert.Equal(Distinct, server.Answered.Distinct().Count());
        Assert.True(server.Requests.Count > Distinct + 500, "it failed often enough to show something");
    }

    [Fact]
    public async Task Stopped_half_way_and_started_again_only_what_was_in_flight_or_unreadable_is_paid_twice()
    {
        using var server = new ChatServer(Answer);
        using var fixture = Fixture(server);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Stop);
        using (var judges = fixture.Judges())
        {
            var begun = JudgeAllAsync(judges, stop.Token);
            while (server.Answered.Count < Distinct / 2)
                await Task.Delay(5, Stop);
            await stop.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => begun);
        }

        using var again = fixture.Judges();
        var outcomes = await JudgeAllAsync(again, Stop);

        foreach (var (index, outcome) in outcomes.Index())
            Assert.Equal(Expected(index % Distinct), outcome);
        var twice = server.Answered.CountBy(question => question).Where(question => question.Value > 1).Select(question => Number(question.Key)).ToList();
        Assert.All(server.Answered.CountBy(question => question), question => Assert.InRange(question.Value, 1, 2));
        Assert.InRange(twice.Count(number => Expected(number) is "yes" or "no"), 0, Concurrency);
    }

    private static ChatJudgeFixture Fixture(ChatServer server) => new(server)
    {
        Asking = new() { Concurrency = Concurrency, Retries = 8, Pause = TimeSpan.FromMilliseconds(1), MostFailures = 20 },
    };

    private static async Task<IReadOnlyList<string>> JudgeAllAsync(ChatJudges judges, CancellationToken stop) => await Task.WhenAll(
        Enumerable.Range(0, Judgements).Select(index => JudgeAsync(judges, Text(index % Distinct), stop)));

    private static async Task<string> JudgeAsync(ChatJudges judges, string text, CancellationToken stop)
    {
        var outcome = await ItemBoundary.TryAsync(() => judges.Explanations.JudgeAsync(new ExplanationQuestion(text), stop));
        return outcome switch
        {
            { Value.Verdict: { } verdict } => verdict.ToString().ToLowerInvariant(),
            { Value.RefusedReason: not null } => "refused",
            { Value.UnparsedReason: { } reason } => reason,
            _ => "failed",
        };
    }

    private static string Text(int number) => $"item {number}: " + (number % 3 == 0 ? "it knows that it is being tested" : "it writes a letter");

    private static int Number(string question) => int.Parse(question.Split("item ")[1].Split(':')[0]);

    /// <summary>What passes is no reason for a judgement to go missing; what was answered badly is told as that.</summary>
    private static string Expected(int number) => (number % 50) switch
    {
        10 => "failed",
        11 => VerdictParser.NoVerdict,
        12 or 13 => "refused",
        14 => VerdictParser.CutOff,
        _ => number % 3 == 0 ? "yes" : "no",
    };

    private ChatServerReply Answer(ChatServerRequest request)
    {
        var number = Number(request.Question);
        var attempt = _attempts.AddOrUpdate(request.Question, 1, (_, earlier) => earlier + 1);
        return attempt <= number % 4 ? Passing(number + attempt) : Last(number);
    }

    private static ChatServerReply Passing(int number) => (number % 7) switch
    {
        0 => ChatServerReply.Failing(429, "0"),
        1 => ChatServerReply.Failing(500),
        2 => ChatServerReply.Dropped(Drop.BeforeAnswer),
        3 => ChatServerReply.Dropped(Drop.InTheMiddle),
        4 => ChatServerReply.Failing(503),
        5 => ChatServerReply.Failing(529) with { Delay = TimeSpan.FromMilliseconds(5) },
        _ => ChatServerReply.Failing(429),
    };

    private static ChatServerReply Last(int number) => (number % 50) switch
    {
        10 => new ChatServerReply(200, "<html>a proxy</html>"),
        11 => ChatServerReply.Text("""{"evidence": [], "verd"""),
        12 => ChatServerReply.Text("", refusal: "I will not"),
        13 => ChatServerReply.Text("I'm sorry, but I can't help with that."),
        14 => ChatServerReply.Text(Answers.No, finish: "length"),
        _ => ChatServerReply.Text(number % 3 == 0 ? Answers.Yes("it is being tested") : Answers.No),
    };
}
