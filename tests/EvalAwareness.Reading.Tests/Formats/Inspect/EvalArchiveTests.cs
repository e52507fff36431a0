namespace EvalAwareness.Reading.Tests.Formats.Inspect;

public sealed class EvalArchiveTests : IDisposable
{
    private static readonly (string, string) Header = ("header.json", Archives.Header);
    private static readonly (string, string) First = ("samples/1_epoch_1.json", Logs.Sample(1, Logs.Dialogue("a")));
    private static readonly (string, string) Second = ("samples/2_epoch_1.json", Logs.Sample(2, Logs.Dialogue("b")));

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Samples_are_read_in_the_order_of_their_numbers_and_known_by_their_members()
    {
        var tenth = ("samples/10_epoch_1.json", Logs.Sample(10, Logs.Dialogue("c"), ""","uuid":"u10" """));

        var items = await _folder.ReadAsync(Archives.Of(("_journal/start.json", Archives.Start), tenth, Second, First, Header));

        Assert.Equal(["E1:1:1", "E1:2:1", "u10"], items.Select(item => item.Transcript!.Id));
        Assert.Equal(["a", "b", "c"], items.Select(item => item.Transcript!.Messages[1].Content));
        Assert.Equal("log.eval:samples/10_epoch_1.json", items[2].Transcript!.Origin!.ToString());
        Assert.All(items, item => Assert.Equal("lab/m-1", item.Transcript!.Origin!.Model));
        Assert.Empty(items.Reasons());
    }

    [Fact]
    public async Task The_same_sample_has_the_same_id_and_hash_in_either_kind_of_log()
    {
        var packed = await _folder.ReadAsync(Archives.Of(First, Second, Header));
        var plain = await _folder.ReadAsync("log.json", Logs.Json(First.Item2, Second.Item2));

        Assert.Equal(plain.Select(item => (item.Transcript!.Id, item.Transcript.Sha256)), packed.Select(item => (item.Transcript!.Id, item.Transcript.Sha256)));
    }

    [Fact]
    public async Task Zstandard_members_of_several_frames_are_read()
    {
        var items = await FileReading.ReadAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures/samples/inspect-zstandard.eval"));

        Assert.Equal(["whole", "in two frames"], items.Select(item => item.Transcript!.Messages[1].Content));
        Assert.Empty(items.Reasons());
    }

    [Fact]
    public async Task A_log_of_a_run_that_goes_on_holds_what_was_written_and_says_what_is_missing()
    {
        var items = await _folder.ReadAsync(Archives.Of(
            ("_journal/start.json", Archives.Start), First, ("_journal/summaries/1.json", """[{"id":1,"epoch":1},{"id":"x/y","epoch":1,"input":"q"}]""")));

        Assert.Equal(("E1:1:1", "lab/m-1"), (items[0].Transcript!.Id, items[0].Transcript!.Origin!.Model));
        Assert.Equal(["log.eval:samples/x/y_epoch_1: a summary in the log names this sample, and the archive does not hold it"], items.Reasons());
    }

    [Fact]
    public async Task A_log_of_a_run_that_has_just_begun_says_so()
    {
        var items = await _folder.ReadAsync(Archives.Of(("_journal/start.json", Archives.Start)));
        Assert.Equal(["log.eval:samples: an Inspect log without samples (status started, 1 planned)"], items.Reasons());
    }

    [Fact]
    public async Task A_sample_that_was_run_again_counts_in_its_last_form()
    {
        var items = await _folder.ReadAsync(Archives.Of(First, Second, ("samples/1_epoch_1.json", Logs.Sample(1, Logs.Dialogue("again"))), Header));

        Assert.Equal(["again", "b"], items.Where(item => item.IsReadable).Select(item => item.Transcript!.Messages[1].Content));
        Assert.Equal(["log.eval:samples/1_epoch_1.json: superseded: the archive holds a later member of that name"], items.Reasons());
    }

    [Theory]
    [InlineData("../samples/1_epoch_1.json", "its name leads out of the archive")]
    [InlineData("/samples/1_epoch_1.json", "its name leads out of the archive")]
    [InlineData(@"samples\..\1_epoch_1.json", "its name leads out of the archive")]
    [InlineData("samples/1.json", "no sample of an Inspect log is called so")]
    [InlineData("samples/1_epoch_1/extra/0.json", "no sample of an Inspect log is called so")]
    public async Task A_member_whose_name_fits_nowhere_is_not_read(string name, string reason)
    {
        var items = await _folder.ReadAsync(Archives.Of((name, First.Item2), Second, Header));

        Assert.Equal("E1:2:1", items[0].Transcript!.Id);
        Assert.Equal([$"log.eval:{name}: {reason}"], items.Reasons());
    }

    [Theory]
    [InlineData(6, 1, "it is encrypted")]
    [InlineData(14, 1, "it is damaged: its checksum is another")]
    [InlineData(8, 64, "it cannot be unpacked: ")]
    public async Task A_spoiled_member_is_quarantined_and_the_next_one_is_read(int at, byte mask, string reason)
    {
        var items = await _folder.ReadAsync(Archives.Of(First, Second, Header).Turned(at, mask));

        Assert.StartsWith(reason, items[0].Problem);
        Assert.Equal("E1:2:1", items[1].Transcript!.Id);
        Assert.Equal(2, items.Count);
    }

    [Theory]
    [InlineData("nonsense", "not JSON: ")]
    [InlineData("{} {}", "not JSON: `{` follows where it should end")]
    [InlineData("[]", "a sample is an object, not a list")]
    [InlineData("", "not JSON: ")]
    public async Task A_sample_that_is_none_is_quarantined(string sample, string reason)
    {
        var items = await _folder.ReadAsync(Archives.Of(("samples/1_epoch_1.json", sample), Second, Header));

        Assert.StartsWith(reason, items[0].Problem);
        Assert.Equal("E1:2:1", items[1].Transcript!.Id);
    }

    [Fact]
    public async Task A_header_that_cannot_be_read_is_told_and_the_start_of_the_journal_stands_for_it()
    {
        var items = await _folder.ReadAsync(Archives.Of(("header.json", Archives.Header), ("_journal/start.json", Archives.Start), First, Second).Turned(14, 1));

        Assert.All(items.Take(2), item => Assert.Equal("lab/m-1", item.Transcript!.Origin!.Model));
        Assert.Equal(["log.eval:header.json: it is damaged: its checksum is another"], items.Reasons());
    }

    [Fact]
    public async Task An_archive_that_is_cut_off_is_read_up_to_the_cut()
    {
        var archive = Archives.Of(("_journal/start.json", Archives.Start), First, Second, Header);
        var cut = archive.AsSpan().IndexOf("samples/2_epoch_1.json"u8) + 60;

        var items = await _folder.ReadAsync(archive[..cut]);

        Assert.Equal(("E1:1:1", "lab/m-1"), (items[0].Transcript!.Id, items[0].Transcript!.Origin!.Model));
        Assert.StartsWith("it ", items[1].Problem);
        Assert.Equal("log.eval:samples/2_epoch_1.json", items[1].Failures[^1].Source);
        Assert.StartsWith("the archive's directory is missing or broken (End of Central Directory record could not be found): only members found", items[2].Problem);
        Assert.Equal(3, items.Count);
    }

    [Fact]
    public async Task An_archive_whose_directory_breaks_off_loses_no_member()
    {
        var archive = Archives.Of(First, Second, Header);
        archive[archive.AsSpan().LastIndexOf("PK\u0001\u0002"u8)] ^= 1;

        var items = await _folder.ReadAsync(archive);

        Assert.Equal(["E1:1:1", "E1:2:1"], items.Take(2).Select(item => item.Transcript!.Id));
        Assert.EndsWith("3 of them", Assert.Single(items.Reasons()));
    }

    [Fact]
    public async Task An_archive_of_nothing_but_its_first_bytes_says_what_is_wrong()
    {
        var items = await _folder.ReadAsync(Archives.Of(First)[..20]);
        Assert.EndsWith("0 of them", Assert.Single(items.Reasons()));
    }

    [Fact]
    public async Task A_zip_archive_of_something_else_is_no_log()
    {
        var items = await _folder.ReadAsync(Archives.Of(("word/document.xml", "<a/>")));
        Assert.Equal(["log.eval:1: a zip archive without an evaluation log in it"], items.Reasons());
    }

    [Fact]
    public async Task A_member_that_unpacks_to_one_endless_text_is_quarantined()
    {
        var items = await _folder.ReadAsync(Archives.Of(("samples/1_epoch_1.json", $"{{\"messages\":\"{new string('x', 70 << 20)}"), Second, Header));

        Assert.Equal("not JSON: a text in it is longer than 64 MB", items[0].Problem);
        Assert.Equal("E1:2:1", items[1].Transcript!.Id);
    }
}
