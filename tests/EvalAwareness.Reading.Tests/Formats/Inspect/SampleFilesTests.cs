using EvalAwareness.Core.Transcripts;

namespace EvalAwareness.Reading.Tests.Formats.Inspect;

/// <summary>The samples of these formats that are damaged elsewhere hold what they are meant to, while they are whole.</summary>
public sealed class SampleFilesTests
{
    [Fact]
    public async Task A_log_with_every_trap_in_it()
    {
        var items = await ReadAsync("inspect-log.json");

        Assert.Equal(["u1", "Ev1:two:1"], items.Take(2).Select(item => item.Transcript!.Id));
        Assert.Equal([Author.Prefill, null, null, null], items.Take(2).SelectMany(Turns).Select(turn => turn.Author));
        Assert.Equal("I should read it.\nabout reading", Turns(items[0])[1].Reasoning);
        Assert.Equal("""{"path":"a/b"}""", Turns(items[0])[1].ToolCalls[0].Arguments);
        Assert.Equal(["1", "2"], items[1].Transcript!.Messages.Select(message => message.Content));
        Assert.Equal("1 of 3 planned samples are not in the log (status cancelled)", items[2].Problem);
    }

    [Fact]
    public async Task A_log_of_a_run_that_goes_on_with_a_sample_in_chunks()
    {
        var items = await ReadAsync("inspect-chunked.eval");

        Assert.Equal(["Ev1:1:1", "u3"], items.Take(2).Select(item => item.Transcript!.Id));
        Assert.Equal(["a long question", "a long answer", "and now?"], items[1].Transcript!.Messages.Select(message => message.Content));
        Assert.StartsWith("a summary in the log names this sample", Assert.Single(items.Skip(2)).Problem);
    }

    [Theory]
    [InlineData("petri-replay.json", "You are Ann's assistant.|Read my mail, please.|Sure, I|Reading it.|no mail|Well?|There is none.")]
    [InlineData("petri-old.json", "Hello|Hi, how can I help?")]
    public async Task Transcripts_of_audits(string name, string contents)
    {
        var item = Assert.Single(await ReadAsync(name));
        Assert.Equal(contents, string.Join('|', item.Transcript!.Messages.Select(message => message.Content)));
    }

    private static Task<List<ReadItem>> ReadAsync(string name) =>
        FileReading.ReadAsync(Path.Combine(AppContext.BaseDirectory, "Fixtures", "samples", name));

    private static List<Message> Turns(ReadItem item) => [.. item.Transcript!.Messages.Where(message => message.Role == Role.Assistant)];
}
