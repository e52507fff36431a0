using System.Text.Json.Nodes;

namespace EvalAwareness.Cli.Tests.Transcripts;

public sealed class ImportTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task An_imported_dataset_has_a_card_with_counts_and_hash_and_is_read_like_its_source()
    {
        _folder.Write("in/runs.json", """[{"id":"a","prompt":[{"role":"user","content":"go"}],"completion":[{"role":"assistant","content":"<think>why</think>gone"}]},{"completion":1}]""");

        var (exitCode, _, error) = await CommandLineTests.RunAsync($"import {_folder["in"]} --out {_folder["out"]} --kind deployment --licence MIT --json");

        Assert.Equal((3, ""), (exitCode, error));
        var card = JsonNode.Parse(File.ReadAllText(_folder["out/dataset.json"]))!;
        Assert.Equal(("out", "deployment", "MIT", 1), ((string?)card["name"], (string?)card["kind"], (string?)card["licence"], (int)card["transcripts"]!));
        Assert.Equal("""{"conversations":1,"messages":2,"assistant_turns":1,"turns_without_text":0,"own_turns":1}""", card["counts"]!.ToJsonString());
        Assert.Equal(
            """
            {"id":"in:1","messages":[{"role":"user","content":"go"},{"role":"assistant","content":"gone","reasoning_content":"why"}],"metadata":{"source":{"file":"runs.json","place":"1","format":"completion"}}}

            """,
            File.ReadAllText(_folder["out/transcripts.jsonl"]));
        Assert.Contains("runs.json:2", File.ReadAllText(_folder["out/failures.jsonl"]));
    }

    [Fact]
    public async Task Importing_a_dataset_again_gives_the_same_transcripts()
    {
        _folder.Write("in/runs.json", """[{"id":"a","messages":[{"role":"user","content":"go"},{"role":"assistant","content":"","tool_calls":[{"id":"1","function":{"name":"f","arguments":"{\"a\":1}"}}]},{"role":"tool","tool_call_id":"1","content":"ok"},{"role":"assistant","content":"done"}]}]""");
        await CommandLineTests.RunAsync($"import {_folder["in"]} --out {_folder["first"]}");
        await CommandLineTests.RunAsync($"import {_folder["first"]} --out {_folder["second"]}");

        Assert.Equal(File.ReadAllText(_folder["first/transcripts.jsonl"]), File.ReadAllText(_folder["second/transcripts.jsonl"]));
    }

    [Fact]
    public async Task A_folder_that_holds_a_dataset_is_not_overwritten()
    {
        _folder.Write("out/dataset.json", "{}");

        var (exitCode, _, error) = await CommandLineTests.RunAsync($"import {_folder.Write("chat.jsonl", "{}")} --out {_folder["out"]}");

        Assert.Equal(2, exitCode);
        Assert.Contains("holds a dataset already", error);
        Assert.Equal("{}", File.ReadAllText(_folder["out/dataset.json"]));
    }
}
