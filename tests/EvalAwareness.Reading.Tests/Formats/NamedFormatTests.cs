namespace EvalAwareness.Reading.Tests.Formats;

public sealed class NamedFormatTests
{
    public static TheoryData<string, string> Samples =>
    [
        ("swe-agent", "swe-agent-text.traj"), ("swe-agent", "swe-agent-steps.traj"),
        ("mini-swe-agent", "mini-swe-agent-calls.json"), ("mini-swe-agent", "mini-swe-agent-text.json"),
        ("openhands", "openhands-actions.json"), ("openhands", "openhands-sdk.json"), ("openhands", "openhands-results.jsonl"),
        ("openhands-lines", "openhands-lines-sdk.jsonl"), ("atif", "atif-openhands.json"), ("request-log", "request-log-dialogues.jsonl"),
    ];

    [Theory]
    [MemberData(nameof(Samples))]
    public async Task A_format_that_is_named_reads_what_the_file_shows_by_itself(string format, string name)
    {
        var (found, named) = (await SampleReading.ReadAsync(name), await SampleReading.ReadAsync(name, format));

        Assert.All(found, item => Assert.Equal(format, item.Transcript!.Origin!.Format));
        Assert.Equal(found.SelectMany(item => SampleReading.Told(item.Transcript!)), named.SelectMany(item => SampleReading.Told(item.Transcript!)));
    }
}
