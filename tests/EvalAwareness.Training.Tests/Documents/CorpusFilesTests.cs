using EvalAwareness.Core;
using EvalAwareness.Core.Progress;
using EvalAwareness.Training.Documents;
using Parquet;
using Parquet.Schema;

namespace EvalAwareness.Training.Tests.Documents;

public sealed class CorpusFilesTests : IDisposable
{
    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("documents");

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    public void Dispose() => _root.Delete(recursive: true);

    [Fact]
    public async Task Lines_hold_a_text_or_a_conversation_and_what_cannot_be_read_is_named()
    {
        var file = Write(
            "a.jsonl",
            """{"id": "one", "text": "Once upon a time."}""",
            "no JSON",
            "",
            """{"messages": [{"role": "user", "content": [{"type": "text", "text": "Hello"}]}, {"role": "assistant", "content": "Hi", "reasoning_content": "A greeting."}]}""",
            """{"messages": [{"role": "sailor", "content": "Ahoy"}]}""",
            """{"text": "  "}""",
            """[1]""");

        var items = await ReadAsync(file);

        var documents = items.Select(item => item.Document).OfType<CorpusDocument>().ToList();
        Assert.Equal(("one", "a.jsonl:1", "Once upon a time."), (documents[0].Id, documents[0].Source, documents[0].Text));
        Assert.Equal(["Hello", "Hi"], documents[1].Messages.Select(message => message.Content));
        Assert.Equal("A greeting.", documents[1].Messages[1].Reasoning);
        Assert.Equal(2, documents.Count);
        Assert.Equal(["a.jsonl:2", "a.jsonl:5", "a.jsonl:6", "a.jsonl:7"], items.Select(item => item.Skipped).OfType<SkippedDocument>().Select(skipped => skipped.Source));
        Assert.Contains(items, item => item.Skipped?.Reason.Contains("sailor", StringComparison.Ordinal) == true);
    }

    [Fact]
    public async Task A_text_file_is_one_document_and_the_same_text_has_the_same_id()
    {
        var items = await ReadAsync(Write("a.txt", "A paragraph.", "", "Another."), Write("b.md", "A paragraph.", "", "Another."));

        Assert.Equal(2, items.Count);
        Assert.Contains("Another.", items[0].Document!.Text);
        Assert.Equal(items[0].Document!.Id, items[1].Document!.Id);
    }

    [Fact]
    public async Task A_Parquet_file_gives_a_document_a_row()
    {
        var file = Path.Combine(_root.FullName, "a.parquet");
        await WriteParquetAsync(file, ["First.", null, "Third."]);

        var items = await ReadAsync(file);

        Assert.Equal(["First.", null, "Third."], items.Select(item => item.Document?.Text));
        Assert.Equal("a.parquet:2", items[1].Skipped!.Source);
    }

    [Fact]
    public async Task A_file_that_is_missing_or_of_another_kind_is_refused_before_any_is_read()
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => ReadAsync("nowhere.jsonl", Write("a.csv", "a,b")));

        Assert.Equal(2, refused.Problems.Count);
    }

    [Fact]
    public async Task What_is_no_Parquet_is_refused()
    {
        var refused = await Assert.ThrowsAsync<RefusedException>(() => ReadAsync(Write("a.parquet", "no table at all, only a few words")));

        Assert.Contains("a.parquet", refused.Message);
    }

    private static async Task<List<CorpusItem>> ReadAsync(params string[] files) =>
        await CorpusFiles.ReadAsync(files, SilentProgress.Instance, Stop).ToListAsync(Stop);

    private string Write(string name, params string[] lines)
    {
        var path = Path.Combine(_root.FullName, name);
        File.WriteAllLines(path, lines);
        return path;
    }

    private static async Task WriteParquetAsync(string file, string?[] texts)
    {
        var text = new DataField<string>("text");
        await using var stream = File.Create(file);
        await using var writer = await ParquetWriter.CreateAsync(new ParquetSchema(text), stream, cancellationToken: Stop);
        using var group = writer.CreateRowGroup();
        await group.WriteAsync(text, texts!);
    }
}
