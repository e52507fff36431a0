using System.Diagnostics;
using EvalAwareness.Core;
using EvalAwareness.Core.Progress;
using EvalAwareness.Endpoints;
using EvalAwareness.Inference.Activations;
using EvalAwareness.Training.Activations;
using EvalAwareness.Training.Nla;
using EvalAwareness.Training.Summaries;

namespace EvalAwareness.Training.Tests.Summaries;

/// <summary>Summaries asked from an endpoint that behaves as endpoints do.</summary>
public sealed class SummaryEndpointTests : IDisposable
{
    private const string Key = "sk-very-secret";

    private static readonly ChatServerReply Good = ChatServerReply.Text("<explanation>\nA mail.\n\nEnds with \"the\".\n</explanation>");

    private readonly TrainingFolder _folder = new(Directory.CreateTempSubdirectory("summaries").FullName);

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => Directory.Delete(_folder.Root, recursive: true);

    [Fact]
    public async Task What_passes_is_asked_again_and_what_cannot_be_read_is_dropped_and_counted()
    {
        await WriteActivationsAsync(4);
        using var server = ChatServer.Scripted(
            ChatServerReply.Failing(429, "1"), ChatServerReply.Failing(500), ChatServerReply.Dropped(Drop.BeforeAnswer), Good,
            new ChatServerReply(200, "<html>garbage"),
            ChatServerReply.Text("<explanation>\nA mail.\n\nIt goes on and on"),
            ChatServerReply.Text("<explanation>One paragraph.</explanation>"));
        var begin = Stopwatch.GetTimestamp();

        var counts = await AskAsync(server);

        Assert.Equal((4, 1, 0), (counts.Wanted, counts.Kept, counts.Missing));
        Assert.Equal(
            ["an answer that is no chat completion (JsonReaderException)", "fewer than 2 paragraphs", "tags not closed, or nothing between them"], counts.Dropped.Keys.Order());
        Assert.InRange(Stopwatch.GetElapsedTime(begin).TotalSeconds, 1, 60);
        Assert.Equal(7, server.Requests.Count);
        Assert.Contains("text before 0", server.Requests.First().Question);
    }

    [Fact]
    public async Task Started_again_it_asks_only_what_is_missing()
    {
        await WriteActivationsAsync(5);
        using (var failing = ChatServer.Scripted(Good, Good, ChatServerReply.Failing(503)))
            await Assert.ThrowsAnyAsync<IOException>(() => AskAsync(failing));
        // As a kill in the middle of a line would leave it.
        await File.AppendAllTextAsync(_folder.Summaries, "{\"doc_id\": \"document 4\", \"posi", Stop);

        using var server = ChatServer.Scripted(Good);
        var counts = await AskAsync(server);

        Assert.Equal((5, 0, 0), (counts.Kept, counts.Missing, counts.Malformed));
        Assert.Equal(3, server.Requests.Count);
        Assert.Equal(5, SummaryFile.ReadKept(_folder.Summaries).Count);
    }

    [Fact]
    public async Task An_endpoint_that_refuses_ends_it_without_showing_the_key()
    {
        await WriteActivationsAsync(3);
        using var server = ChatServer.Scripted(new ChatServerReply(401, $"{{\"error\": \"Incorrect API key provided: {Key}\"}}"));

        var refused = await Assert.ThrowsAsync<RefusedException>(() => AskAsync(server));

        Assert.Contains("401", refused.Message);
        Assert.DoesNotContain(Key, refused.Message);
        Assert.Contains($"Authorization: Bearer {Key}\r\n", Assert.Single(server.Requests).Headers);
        Assert.DoesNotContain(Key, await File.ReadAllTextAsync(_folder.Summaries, Stop));
    }

    private Task<SummaryCounts> AskAsync(ChatServer server) => new SummaryStage(_folder, SilentProgress.Instance).AskAsync(
        new EndpointOptions
        {
            Address = server.Address, Model = "a-model", ApiKey = Key,
            Asking = new AskingOptions { Concurrency = 1, Retries = 3, Pause = TimeSpan.FromMilliseconds(1) },
        },
        Stop);

    private async Task WriteActivationsAsync(int count)
    {
        var folder = new ActivationFolder(_folder.Activations);
        folder.Create();
        var rows = Enumerable.Range(0, count).Select(index => new StoredActivation($"document {index}", 60, 1, " the", $"text before {index}", [1, 2])).ToList();
        var file = folder.File(DataSplit.Verbalizer, 0);
        await ActivationFile.WriteAsync(file, "av", rows, Stop);
        new DatasetSidecar("id", count, "model", 1, "corpus", "all", 5, 2).Write(file);
    }
}
