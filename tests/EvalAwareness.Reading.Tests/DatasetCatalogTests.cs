using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using EvalAwareness.Core;
using EvalAwareness.Core.Transcripts;
using EvalAwareness.Reading.Datasets;

namespace EvalAwareness.Reading.Tests;

public sealed class DatasetCatalogTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_card_leads_to_its_transcripts()
    {
        var dataset = Assert.Single(await OpenAsync(Card("talk")));

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("lines")));
        Assert.Equal(("talk", TranscriptKind.Deployment, hash), (dataset.Name, dataset.Kind, dataset.Sha256));
    }

    [Fact]
    public async Task A_file_of_its_own_needs_no_card()
    {
        var dataset = Assert.Single(await OpenAsync(DatasetSource.Loose(_folder.Write("chat.jsonl", "lines"))));
        Assert.Equal(("chat", TranscriptKind.Evaluation), (dataset.Name, dataset.Kind));
    }

    [Fact]
    public async Task Everything_wrong_with_the_cards_is_refused_at_once()
    {
        DatasetSource[] sources =
        [
            Card("hash", card => card["sha256"] = "00"),
            Card("kind", card => card["kind"] = "war"),
            Card("format", card => card["format"] = "zip"),
            Card("file", card => card["file"] = "none.jsonl"),
            Card("key", card => card["colour"] = "red"),
            Card("short", card => card.Remove("licence")),
            Card("a", card => card["name"] = "same"),
            Card("b", card => card["name"] = "same"),
        ];

        var refused = await Assert.ThrowsAsync<RefusedException>(() => OpenAsync(sources));

        string[] expected = ["the card says 00 but transcripts.jsonl has", "kind: found \"war\"", "format: found \"zip\"",
            "none.jsonl does not exist", "colour", "licence", "2 of them are called same"];
        Assert.Equal(expected.Length, refused.Problems.Count);
        Assert.All(expected.Zip(refused.Problems), pair => Assert.Contains(pair.First, pair.Second));
    }

    private DatasetSource Card(string name, Action<JsonObject>? change = null)
    {
        _folder.Write($"{name}/transcripts.jsonl", "lines");
        var card = new JsonObject
        {
            ["name"] = name,
            ["kind"] = "deployment",
            ["description"] = "small talk",
            ["made_by"] = "a test",
            ["licence"] = "CC0-1.0",
            ["format"] = "openai-jsonl",
            ["file"] = "transcripts.jsonl",
            ["transcripts"] = 1,
            ["sha256"] = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes("lines"))),
        };
        change?.Invoke(card);
        return DatasetSource.Loose(_folder.Write($"{name}/dataset.json", card.ToJsonString()));
    }

    private static Task<IReadOnlyList<Dataset>> OpenAsync(params DatasetSource[] sources) =>
        DatasetCatalog.OpenAsync(sources, TestContext.Current.CancellationToken);
}
