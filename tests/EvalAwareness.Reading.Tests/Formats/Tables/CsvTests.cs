using EvalAwareness.Reading.Files;

namespace EvalAwareness.Reading.Tests.Formats.Tables;

public sealed class CsvTests
{
    [Fact]
    public async Task A_column_of_messages_is_a_conversation_a_row_in_any_shape()
    {
        var items = await SampleFiles.ReadAsync("csv-messages.csv");

        Assert.Equal(["system: Be brief.", "user: Who paints?", "assistant: I do,\nsometimes."], items[0].Told());
        Assert.Equal(("a1", "m1", "csv", "1"), Origin(items[0]));
        Assert.Equal(["user: Blue?", "assistant: Blue."], items[1].Told());
        Assert.Equal(("a2", null, "csv", "2"), Origin(items[1]));
        Assert.Equal(["user: Red?", "assistant: Réd."], items[5].Told());
    }

    [Fact]
    public async Task Rows_that_cannot_be_read_are_entries_with_their_number_and_reason()
    {
        var items = await SampleFiles.ReadAsync("csv-messages.csv");

        Assert.Equal(6, items.Count);
        Assert.StartsWith("not JSON: ", items[2].Problem);
        Assert.Equal(("`Messages` is empty", "csv-messages.csv:4"), (items[3].Problem, items[3].Failures[0].Source));
        Assert.Equal(("4 fields; the header has 5", "csv-messages.csv:5"), (items[4].Problem, items[4].Failures[0].Source));
    }

    [Fact]
    public async Task Columns_of_questions_and_answers_are_an_exchange_a_row()
    {
        var items = await SampleFiles.ReadAsync("csv-exchange.csv");

        Assert.Equal(["user: Which; then?", "assistant: The \"second\"."], items[0].Told());
        Assert.Equal(["user: Why?", "assistant: Because. | thinks A guess."], items[1].Told());
        Assert.Equal(["q1", "q2"], items.Where(item => item.IsReadable).Select(item => item.Transcript!.Id));
        Assert.Equal("`Answer` is empty", items[2].Problem);
    }

    [Fact]
    public async Task Rows_of_one_message_each_are_put_together_in_the_order_of_their_numbers()
    {
        var items = await SampleFiles.ReadAsync("csv-turns.tsv");

        Assert.Equal(["user: Is it open?", "assistant: Let me see. | calls t1 look {}", "tool t1: open"], items[0].Told());
        Assert.Equal(("c1", "m1", "csv", "1"), Origin(items[0]));
        Assert.Equal(["user: And now?", "assistant: Still 6\" open."], items[1].Told());
    }

    [Fact]
    public async Task A_conversation_that_comes_back_after_others_is_an_entry_with_the_reason()
    {
        var items = await SampleFiles.ReadAsync("csv-turns.tsv");

        Assert.Equal(3, items.Count);
        Assert.Equal("messages of `c1` (1) apart from its others at row 1; sort the table by conversation", items[2].Problem);
        Assert.Equal("csv-turns.tsv:6", items[2].Failures[0].Source);
    }

    [Fact]
    public async Task Messages_without_a_column_that_parts_them_are_one_conversation()
    {
        var item = Assert.Single(await SampleFiles.ReadTextAsync("role,content\nuser,hi\nassistant,yes\n"));
        Assert.Equal(["user: hi", "assistant: yes"], item.Told());
    }

    [Theory]
    [InlineData("prompt,response\nhi,yes\n")]
    [InlineData("note;prompt;response\n\"a, b, c, d\";hi;yes\n")]
    [InlineData("prompt\tresponse\r\nhi\tyes\r\n")]
    [InlineData("\"prompt\",\"response\"\n\"hi\",\"yes\"")]
    [InlineData("\uFEFF PROMPT ,Response\nhi,yes\n\n")]
    [InlineData("instruction,output\nhi,yes\n")]
    public async Task Commas_semicolons_and_tabs_are_told_by_the_header(string text)
    {
        var item = Assert.Single(await SampleFiles.ReadTextAsync(text, "table.txt"));
        Assert.Equal(["user: hi", "assistant: yes"], item.Told());
    }

    [Fact]
    public async Task A_table_of_one_quoted_column_is_not_taken_for_lines_of_json()
    {
        var items = await SampleFiles.ReadTextAsync("\"messages\"\n\"[{\"\"role\"\":\"\"assistant\"\",\"\"content\"\":\"\"yes\"\"}]\"\n", "table.csv");
        Assert.Equal(["assistant: yes"], Assert.Single(items).Told());
    }

    [Fact]
    public async Task A_quote_that_is_not_closed_is_told_and_the_rows_before_are_read()
    {
        var items = await SampleFiles.ReadTextAsync("prompt,response\nhi,yes\nhi,\"no\nhi,never\n");

        Assert.Equal(["user: hi", "assistant: yes"], items[0].Told());
        Assert.Equal([null, "a quote in it is not closed or stands out of place; rows behind it may be part of it"], items.Select(item => item.Problem));
    }

    [Fact]
    public async Task A_row_over_the_limit_is_told_and_ends_the_reading()
    {
        var items = await SampleFiles.ReadTextAsync($"prompt,response\nhi,yes\nhi,{new string('x', (SourceItem.Limit / 2) + 100_000)}\nhi,late\n");

        Assert.Equal(2, items.Count);
        Assert.StartsWith("the row is longer than 32 million characters", items[1].Problem);
    }

    [Fact]
    public async Task A_table_without_conversations_is_refused_with_the_columns_it_has()
    {
        const string columns = "its columns are `name`, `age`";

        Assert.EndsWith(columns, Assert.Single(await SampleFiles.ReadTextAsync("name,age\nAda,36\nAlan,41\nGrace,85\n")).Problem);
        Assert.EndsWith(columns, Assert.Single(await SampleFiles.ReadTextAsync("name,age\nAda,36\n", format: "csv")).Problem);
    }

    [Fact]
    public async Task A_table_without_rows_is_told() =>
        Assert.Equal("a table without rows", Assert.Single(await SampleFiles.ReadTextAsync("prompt,response\n")).Problem);

    [Fact]
    public async Task Prose_with_commas_is_no_table()
    {
        var item = Assert.Single(await SampleFiles.ReadTextAsync("Dear Ada,\nit rains, it pours, and so on.\nYours, Alan\n"));
        Assert.StartsWith("plain text, no transcript", item.Problem);
    }

    private static (string Id, string? Model, string Format, string Place) Origin(ReadItem item) =>
        (item.Transcript!.Id, item.Transcript.Origin!.Model, item.Transcript.Origin.Format, item.Transcript.Origin.Place);
}
