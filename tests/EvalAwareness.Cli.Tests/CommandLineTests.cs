namespace EvalAwareness.Cli.Tests;

/// <summary>What a person reads and the shell gets when a command cannot start.</summary>
public sealed class CommandLineTests
{
    public static TheoryData<string, string> Refused => new()
    {
        { "run nowhere.json", "evalaware: nowhere.json: no such audit file\n" },
        { "scan file.json --audit nowhere.json", "evalaware: nowhere.json: no such audit file\n" },
        { "run a.json --bogus", "evalaware: Unrecognized command or argument '--bogus'.\n" },
        { "scan", "evalaware: Required argument missing for command: 'scan'.\n" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public async Task A_refusal_is_one_line_and_exit_code_2(string arguments, string line)
    {
        var (exitCode, output, error) = await RunAsync(arguments);

        Assert.Equal((2, "", line), (exitCode, output, error));
    }

    [Fact]
    public async Task All_problems_are_told_at_once_each_on_its_own_line()
    {
        using var audit = new SmallAudit("""{ "model": "nowhere", "colour": 1, "datasets": ["a.jsonl"] }""");
        var (exitCode, _, error) = await RunAsync($"run {audit.Path} --set seed=x");
        var lines = error.Split('\n', StringSplitOptions.RemoveEmptyEntries);

        Assert.Equal(2, exitCode);
        Assert.All(lines, line => Assert.StartsWith("evalaware: ", line));
        foreach (var about in (string[])["model", "colour", "verbalizer", "seed"])
            Assert.Contains(lines, line => line.Contains(about, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Help_lists_the_commands()
    {
        var (exitCode, output, error) = await RunAsync("--help");

        Assert.Equal((0, ""), (exitCode, error));
        Assert.Contains("run <AUDIT>", output);
        Assert.Contains("scan <FILE>", output);
    }

    [Theory]
    [InlineData("--out a-folder --set seed")]
    [InlineData("run --out a-folder --set seed")]
    public async Task No_verb_is_the_shipped_audit(string arguments)
    {
        var (exitCode, _, error) = await RunAsync(arguments);

        // The tests run elsewhere than at the root of the repository, where the shipped audit lies.
        Assert.Equal((2, "evalaware: datasets/audit.json: no such audit file\n"), (exitCode, error));
    }

    internal static async Task<(int ExitCode, string Output, string Error)> RunAsync(string arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var exitCode = await CommandLine.RunAsync(arguments.Split(' '), output, error);
        return (exitCode, output.ToString(), error.ToString());
    }
}
