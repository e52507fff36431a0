using System.Text.Json.Nodes;

namespace EvalAwareness.Cli.Tests.Transcripts;

public sealed class InspectTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task Each_segment_is_shown_with_whether_it_would_be_read_and_why_not()
    {
        _folder.Write("chat.jsonl", """
            {"id":"a","messages":[{"role":"user","content":"hi"},{"role":"assistant","content":"hello","reasoning_content":"so","tool_calls":[{"function":{"name":"f","arguments":"{}"}}]},{"role":"assistant","content":"shown","author":"demonstration"},{"role":"assistant"}]}
            """);

        var segments = (await InspectAsync(_folder["chat.jsonl"])).Document["conversations"]![0]!["segments"]!.AsArray();

        Assert.Equal(
            ["0 user no: not the assistant's", "1 reasoning yes", "1 text yes", "1 tool_call no: a tool call", "2 text no: words of another: demonstration", "3 text no: no text"],
            segments.Select(row => $"{row!["message"]} {row["section"]} {((bool)row["read"]! ? "yes" : $"no: {row["why"]}")}"));
    }

    [Fact]
    public async Task A_folder_is_counted_file_by_file_and_what_is_no_transcript_is_named_with_what_it_looks_like()
    {
        _folder.Write("b/one.json", """[{"messages":[{"role":"assistant","content":"x"}]},{"messages":[]}]""");
        _folder.Write("b/.hidden", "secret");
        _folder.Write("a/README.md", "# Notes");

        var (exitCode, document) = await InspectAsync(_folder.Path);

        Assert.Equal(3, exitCode);
        Assert.Equal((2, 1), ((int)document["counts"]!["conversations"]!, (int)document["readable"]!));
        Assert.Equal(
            ["a/README.md:1: a Markdown or YAML document, no transcript; it begins with “# Notes”", "b/one.json:2: no assistant turn among 0 messages"],
            document["failures"]!.AsArray().Select(failure => $"{failure!["source"]}: {failure["message"]}"));
    }

    [Fact]
    public async Task A_glob_is_as_good_as_its_files()
    {
        foreach (var name in (string[])["x/1.jsonl", "x/y/2.jsonl", "x/3.txt"])
            _folder.Write(name, """{"messages":[{"role":"assistant","content":"x"}]}""");

        var (exitCode, document) = await InspectAsync(_folder["x/**/*.jsonl"]);

        Assert.Equal((0, 2), (exitCode, (int)document["readable"]!));
    }

    [Fact]
    public async Task A_named_format_is_the_only_one_tried()
    {
        _folder.Write("chat.jsonl", """{"messages":[{"role":"assistant","content":"x"}]}""");

        var (exitCode, document) = await InspectAsync($"{_folder["chat.jsonl"]} --format preference");

        Assert.Equal((3, "no conversation of the format preference: the keys here are `messages`"), (exitCode, (string?)document["failures"]![0]!["message"]));
    }

    [Theory]
    [InlineData("--format tape", "format: found tape; legal are auto, ")]
    [InlineData("--conversations few", "--conversations: found few; legal is a whole number, or all")]
    public async Task A_wrong_option_is_refused_with_what_is_legal(string options, string problem)
    {
        var (exitCode, _, error) = await CommandLineTests.RunAsync($"inspect {_folder.Write("chat.jsonl", "{}")} {options}");

        Assert.Equal(2, exitCode);
        Assert.StartsWith($"evalaware: {problem}", error);
    }

    [Fact]
    public async Task Text_that_would_steer_the_terminal_is_shown_harmless()
    {
        _folder.Write("chat.jsonl", """{"messages":[{"role":"assistant","content":"a\u001b[2Jb\u202ec[red]d"}]}""");

        var (_, output, _) = await CommandLineTests.RunAsync($"inspect {_folder["chat.jsonl"]}");

        Assert.Contains("a·[2Jb·c[red]d", output);
        Assert.DoesNotContain('\u001b', output);
    }

    private static async Task<(int ExitCode, JsonNode Document)> InspectAsync(string arguments)
    {
        var (exitCode, output, error) = await CommandLineTests.RunAsync($"inspect {arguments} --json");
        Assert.Equal("", error);
        return (exitCode, JsonNode.Parse(output)!);
    }
}
