

namespace EvalAwareness.Cli.Tests.Auditing;

/// <summary>The self-test before a run: the shipped audit with a verbalizer in which something is wrong that no file says.</summary>
public sealed class SelfCheckTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("self-check").FullName;

    private readonly OrganismCopy _verbalizer = new("av");

    public void Dispose()
    {
        Directory.Delete(_folder, recursive: true);
        _verbalizer.Dispose();
    }

    [Fact]
    public async Task A_sound_pair_is_passed_in_silence()
    {
        var (exitCode, error) = await RunAsync();

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.DoesNotContain("self-test", error);
    }

    /// <summary>The target has the verbalizer's shape and vocabulary, and never writes an explanation.</summary>
    [Fact]
    public async Task A_verbalizer_that_closes_no_tags_is_refused_before_anything_is_recorded()
    {
        _verbalizer.Take("model.safetensors", from: OrganismCopy.PathOf("target"));
        var (exitCode, error) = await RunAsync();

        Assert.Equal(ExitCode.Refused, exitCode);
        Assert.Contains("evalaware: self-test: closing tags: 0 of ", error);
        Assert.False(Directory.Exists(Path.Combine(_folder, "run")));
    }

    /// <summary>Injected at a thousandth of its length, an activation says next to nothing; the words stay fluent.</summary>
    [Fact]
    public async Task Words_that_carry_nothing_are_warned_of()
    {
        _verbalizer.Edit("nla_meta.yaml", "injection_scale: 7.66539967", "injection_scale: 0.00766539967");
        var (exitCode, error) = await RunAsync();

        Assert.Equal(ExitCode.Done, exitCode);
        Assert.Contains("warning: self-test: fidelity: mean FVE ", error);
        Assert.Contains("where at least 0.40 is expected", error);
    }

    [Fact]
    public async Task An_audit_that_asks_for_another_way_to_inject_is_refused_by_name()
    {
        var (exitCode, error) = await RunAsync("--set injection_mode=add");

        Assert.Equal(ExitCode.Refused, exitCode);
        Assert.Contains("injection_mode", error);
    }

    private async Task<(int ExitCode, string Error)> RunAsync(string more = "")
    {
        var arms = string.Concat(((string[])["shuffled", "random", "no_injection"]).Select(arm => $" --set controls.{arm}.positions=0"));
        var (exitCode, _, error) = await CommandLineTests.RunAsync(
            $"run {Repository.PathOf("datasets", "audit.json")} --out {Path.Combine(_folder, "run")} --limit 1 --set positions.count=8"
            + $" --set warm_start=null --set verbalizer={_verbalizer.Path}{arms} {more}".TrimEnd());
        return (exitCode, error);
    }
}
