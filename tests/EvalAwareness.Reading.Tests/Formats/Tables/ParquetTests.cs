using System.Text;

namespace EvalAwareness.Reading.Tests.Formats.Tables;

public sealed class ParquetTests : IDisposable
{
    private const string Exchanges = "select 'e' || i as id, 'question ' || i as prompt, case when i = 3 then null else 'answer ' || i end as response from range(5) t(i)";

    // As small as the writer makes them: 2,048 rows.
    private const string SmallGroups = "row_group_size 2048";

    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_database_of_transcripts_holds_its_messages_as_json()
    {
        var items = await ReadAsync("""
            select * from (values
                ('t1', 'bench', 'openai/m1', '[{"role":"user","content":"Go."},{"role":"assistant","content":[{"type":"reasoning","reasoning":"Why not."},{"type":"text","text":"Gone."}],"tool_calls":[{"id":"c1","function":"walk","arguments":{"to":"sea"}}]},{"role":"tool","tool_call_id":"c1","content":"wet"}]', 0.5),
                ('t2', 'bench', null, null, null),
                ('t3', 'bench', null, '{"id":"own","messages":[{"role":"assistant","content":"Here."}]}', null)
            ) as t(transcript_id, task_set, model, messages, score)
            """);

        Assert.Equal(["user: Go.", """assistant: Gone. | thinks Why not. | calls c1 walk {"to":"sea"}""", "tool c1: wet"], items[0].Told());
        Assert.Equal(("t1", "openai/m1", "parquet"), (items[0].Transcript!.Id, items[0].Transcript!.Origin!.Model, items[0].Transcript!.Origin!.Format));
        Assert.Equal(("`messages` is empty", "table.parquet:2"), (items[1].Problem, items[1].Failures[0].Source));
        Assert.Equal(("t3", "assistant: Here."), (items[2].Transcript!.Id, Assert.Single(items[2].Told())));
    }

    [Fact]
    public async Task Nested_columns_are_put_together_as_they_were()
    {
        var items = await ReadAsync("""
            select * from (values
                (1, [{'role': 'user', 'content': 'a', 'calls': null}, {'role': 'assistant', 'content': 'b', 'calls': [{'n': 1}, {'n': 2}]}], [['x'], [], ['y', null]]),
                (2, null, null),
                (3, [], []),
                (4, [{'role': 'assistant', 'content': null, 'calls': []}, null, {'role': 'assistant', 'content': 'c', 'calls': [{'n': 3}]}], [null, ['z']])
            ) as t(id, messages, other)
            """);

        Assert.Equal(["user: a", "assistant: b"], items[0].Told());
        Assert.Equal(["`messages` is empty", "`messages` is empty"], items.Skip(1).Take(2).Select(item => item.Problem));
        Assert.Equal(["assistant: ", "assistant: c"], items[3].Told());
        Assert.Equal([("message 1", "message 1 is null; it must be an object")], items[3].LeftOut());
        Assert.Equal(["1", "4"], items.Where(item => item.IsReadable).Select(item => item.Transcript!.Id));
    }

    [Fact]
    public async Task Typed_parts_and_calls_of_tools_may_be_nested_too()
    {
        var item = Assert.Single(await ReadAsync("""
            select [
                {'role': 'assistant', 'content': [{'type': 'text', 'text': 'one'}, {'type': 'text', 'text': 'two'}], 'tool_calls': [{'id': 'c', 'function': {'name': 'f', 'arguments': '{}'}}]},
                {'role': 'tool', 'content': [], 'tool_calls': null}
            ] as messages
            """));

        Assert.Equal(["assistant: one\ntwo | calls c f {}", "tool: "], item.Told());
    }

    [Fact]
    public async Task Turns_with_from_and_value_are_told_as_such()
    {
        var item = Assert.Single(await ReadAsync("select [{'from': 'human', 'value': 'hi'}, {'from': 'gpt', 'value': 'yes'}] as conversations, 'Be kind.' as system, 'm2' as model"));

        Assert.Equal(["system: Be kind.", "user: hi", "assistant: yes"], item.Told());
        Assert.Equal("m2", item.Transcript!.Origin!.Model);
    }

    [Theory]
    [InlineData("compression zstd")]
    [InlineData("compression snappy")]
    [InlineData("compression gzip")]
    [InlineData("compression uncompressed")]
    [InlineData("compression brotli")]
    [InlineData("compression lz4_raw")]
    [InlineData("parquet_version v2")]
    public async Task Every_compression_is_read(string options)
    {
        var items = await ReadAsync(Exchanges, options);

        Assert.Equal(["e0", "e1", "e2", "e4"], items.Where(item => item.IsReadable).Select(item => item.Transcript!.Id));
        Assert.Equal("`response` is empty", items[3].Problem);
        Assert.Equal(["user: question 4", "assistant: answer 4"], items[4].Told());
        Assert.Equal("5", items[4].Transcript!.Origin!.Place);
    }

    [Fact]
    public async Task A_prompt_and_a_completion_may_be_lists_of_messages()
    {
        var item = Assert.Single(await ReadAsync("select [{'role': 'user', 'content': 'hi'}] as prompt, [{'role': 'assistant', 'content': 'yes'}] as completion, 0.5 as reward"));
        Assert.Equal(["user: hi", "assistant: yes"], item.Told());
    }

    [Fact]
    public async Task Rows_of_one_message_each_are_put_together_over_row_groups()
    {
        var items = await ReadAsync(
            "select i // 4 as conversation_id, i as turn_index, case i % 2 when 0 then 'user' else 'assistant' end as role, 'turn ' || i as content from range(5002) t(i) order by i",
            SmallGroups);

        Assert.Equal(Enumerable.Range(0, 1251).Select(id => $"{id}"), items.Select(item => item.Transcript!.Id));
        Assert.Equal(["user: turn 2044", "assistant: turn 2045", "user: turn 2046", "assistant: turn 2047"], items[511].Told());
        Assert.Equal(["user: turn 5000", "assistant: turn 5001"], items[1250].Told());
    }

    [Fact]
    public async Task A_table_without_conversations_is_refused_with_the_columns_it_has()
    {
        var item = Assert.Single(await ReadAsync("select 1 as a, 'x' as b"));
        Assert.EndsWith("its columns are `a`, `b`", item.Problem);
    }

    [Fact]
    public async Task A_column_of_another_type_is_told()
    {
        var item = Assert.Single(await ReadAsync("select date '2026-01-01' as messages from range(3)"));
        Assert.Equal("3 rows from here on: `messages` is of a type that is neither text nor number", item.Problem);
    }

    [Fact]
    public async Task Text_of_older_writers_is_not_marked_as_text()
    {
        var item = Assert.Single(await ReadAsync("""select '[{"role":"assistant","content":"yes"}]'::blob as messages"""));
        Assert.Equal(["assistant: yes"], item.Told());
    }

    [Fact]
    public async Task An_unknown_compression_is_told()
    {
        var bytes = Written("select 'hi' as prompt, 'yes' as response");
        // The codec of each column: a number of type 5, of which 6 is Zstandard and 3 is LZO, each doubled.
        while (bytes.AsSpan().LastIndexOf((byte[])[0x15, 0x0C]) is var index and >= 0)
            bytes[index + 1] = 0x06;

        Assert.Equal("a Parquet file whose compression (LZO) cannot be read", Assert.Single(await ReadAsync(bytes)).Problem);
    }

    [Fact]
    public async Task Nested_columns_are_read_in_the_encodings_of_the_second_version_too()
    {
        var item = Assert.Single(await ReadAsync("select [{'role': 'assistant', 'content': 'yes'}] as messages", "parquet_version v2"));
        Assert.Equal(["assistant: yes"], item.Told());
    }

    [Fact]
    public async Task A_file_that_is_cut_off_is_one_failure()
    {
        var bytes = Written(Exchanges);
        foreach (var length in Enumerable.Range(8, bytes.Length - 9))
        {
            var item = Assert.Single(await ReadAsync(bytes[..length]));
            Assert.StartsWith("a damaged Parquet file: ", item.Problem);
        }
    }

    [Fact]
    public async Task A_column_whose_data_is_damaged_is_told_and_the_next_row_group_is_read()
    {
        var bytes = Written("select 'question' as prompt, 'answer ' || i as response from range(2050) t(i)", SmallGroups);
        bytes.AsSpan(4, 8).Fill(0xFF);

        var items = await ReadAsync(bytes);

        Assert.Equal(3, items.Count);
        Assert.StartsWith("2048 rows from here on: the Parquet file is damaged", items[0].Problem);
        Assert.Equal(["assistant: answer 2048", "assistant: answer 2049"], items.Skip(1).Select(item => item.Told().Last()));
    }

    [Fact]
    public async Task Any_byte_may_have_a_wrong_bit_without_an_exception_or_an_endless_loop()
    {
        var bytes = Written("select [{'role': 'user', 'content': 'a'}, {'role': 'assistant', 'content': 'b'}] as messages from range(3)");
        foreach (var index in Enumerable.Range(4, bytes.Length - 8))
        {
            var damaged = bytes.ToArray();
            damaged[index] ^= (byte)(1 << (index % 8));
            Assert.NotEmpty(await ReadAsync(damaged));
        }
    }

    [Theory]
    [InlineData("PARE\u0001\u0002PARE", "a Parquet file with an encrypted footer; decrypt it first")]
    [InlineData("PAR1PAR1", "a damaged Parquet file: it is too short")]
    [InlineData("PAR1\u0001\u0002\u0003\u0004\u0015\u0015\u0002\u0000\u0000\u0000PAR1", "a damaged Parquet file: its footer cannot be read")]
    [InlineData("PAR1\u0001\u0002\u0003\u0004\u0015\u0015\u007F\u007F\u007F\u0000PAR1", "a damaged Parquet file: it has no footer, perhaps because it is cut off")]
    public async Task A_file_that_is_not_whole_is_one_failure(string bytes, string reason) =>
        Assert.StartsWith(reason, Assert.Single(await ReadAsync(Encoding.Latin1.GetBytes(bytes))).Problem);

    [Fact]
    public async Task A_footer_nested_deeper_than_a_stack_is_one_failure()
    {
        // An unknown field of lists within lists, each of one list.
        byte[] footer = [0xF9, .. Enumerable.Repeat((byte)0x19, 4_000_000)];
        byte[] file = [.. "PAR1"u8, .. footer, .. BitConverter.GetBytes(footer.Length), .. "PAR1"u8];

        Assert.StartsWith("a damaged Parquet file: its footer cannot be read", Assert.Single(await ReadAsync(file)).Problem);
    }

    private byte[] Written(string select, string options = "compression zstd")
    {
        DuckDb.Write(select, _folder["table.parquet"], options);
        return File.ReadAllBytes(_folder["table.parquet"]);
    }

    private Task<List<ReadItem>> ReadAsync(string select, string options = "compression zstd")
    {
        _ = Written(select, options);
        return SampleFiles.ReadPathAsync(_folder["table.parquet"]);
    }

    private async Task<List<ReadItem>> ReadAsync(byte[] file)
    {
        await File.WriteAllBytesAsync(_folder["damaged.parquet"], file, TestContext.Current.CancellationToken);
        return await SampleFiles.ReadPathAsync(_folder["damaged.parquet"]);
    }
}
