using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Reading.Tests.Formats.Inspect;

public sealed class ChunkedSampleTests : IDisposable
{
    private const string Folder = "samples/a_epoch_2/";

    private static readonly (string Name, string Text)[] Whole =
    [
        ("header.json", Archives.Header),
        (Folder + "sample.json", """{"id":"a","epoch":2,"input":"attachment://0","message_refs":[[0,1],[2,4]],"error":{"message":"boom"}}"""),
        (Folder + "metadata.json", "{}"),
        (Folder + "skeleton.json", """{"version":1}"""),
        (Folder + "messages/0.json", $"[{Logs.User("attachment://0")},{Logs.Assistant("compacted away")}]"),
        (Folder + "messages/2.json", $"[{Logs.Assistant("attachment://3")},{Logs.User("and?")},{Logs.Assistant("a scorer's")}]"),
        (Folder + "events/0.json", """[{"event":"model"}]"""),
        (Folder + "events/stats.json", "{}"),
        (Folder + "events/uuids.json", "[]"),
        (Folder + "calls/0.json", "[]"),
        (Folder + "attachments/0.json", """["first","second","third"]"""),
        (Folder + "attachments/3.json", """["fourth"]"""),
        ("samples/b_epoch_1.json", Logs.Sample(7, Logs.Dialogue("in one piece"))),
    ];

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Messages_and_attachments_are_found_by_their_places_over_all_chunks()
    {
        var items = await _folder.ReadAsync(Archives.Of(Whole));

        Assert.Equal(["first", "fourth", "and?"], items[0].Transcript!.Messages.Select(message => message.Content));
        Assert.Equal([Role.User, Role.Assistant, Role.User], items[0].Transcript!.Messages.Select(message => message.Role));
        Assert.Equal(("E1:a:2", "log.eval:" + Folder), (items[0].Transcript!.Id, items[0].Transcript!.Origin!.ToString()));
        Assert.Equal("E1:7:1", items[1].Transcript!.Id);
        Assert.Empty(items.Reasons());
    }

    [Theory]
    [InlineData("sample.json", "its `sample.json` is missing")]
    [InlineData("messages/0.json", "`messages/2.json` is there and `messages/0.json` is missing")]
    [InlineData("attachments/0.json", "`attachments/3.json` is there and `attachments/0.json` is missing")]
    public async Task A_sample_with_a_part_missing_is_quarantined(string part, string reason)
    {
        var items = await _folder.ReadAsync(Archives.Of(Whole.Where(member => member.Name != Folder + part)));

        Assert.Equal(reason, items[0].Problem);
        Assert.Equal("E1:7:1", items[1].Transcript!.Id);
    }

    [Fact]
    public async Task Messages_of_a_last_chunk_that_is_missing_are_told()
    {
        var items = await _folder.ReadAsync(Archives.Of(Whole.Where(member => member.Name != Folder + "messages/2.json")));

        Assert.Equal([new Omission("messages 2 to 3 of the pool", "the pool holds 2")], items[0].Transcript!.Omissions);
        Assert.Equal("no assistant turn among 1 messages", items[0].Problem);
    }

    [Fact]
    public async Task A_part_that_cannot_be_read_is_named()
    {
        var items = await _folder.ReadAsync(Archives.Of(Whole.Select(member => member.Name == Folder + "messages/2.json" ? (member.Name, "[{]") : member)));
        Assert.StartsWith("`messages/2.json`: not JSON: ", items[0].Problem);
    }
}
