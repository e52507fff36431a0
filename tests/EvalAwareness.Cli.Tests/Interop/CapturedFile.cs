

namespace EvalAwareness.Cli.Tests.Interop;

/// <summary>The activations of one held-out transcript, captured once by the command itself.</summary>
public sealed class CapturedFile : IAsyncLifetime
{
    public const int Layer = 2;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("interop");

    public string Transcripts => At("chats.jsonl");

    public string File => At("captured.parquet");

    /// <summary>A place in the folder.</summary>
    public string At(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Few rows of the response, to be put into words in a moment.</summary>
    public string SomeRows(int count) =>
        $"select * from '{File}' where section in ('text', 'reasoning') and position >= 50 order by position limit {count}";

    public async ValueTask InitializeAsync()
    {
        await System.IO.File.WriteAllTextAsync(Transcripts, System.IO.File.ReadLines(Repository.PathOf("datasets", "swe-bench", "transcripts.jsonl")).First());
        var (exitCode, _, error) = await CommandLineTests.RunAsync(
            $"capture {OrganismCopy.PathOf("target")} {Transcripts} --layer {Layer} --dtype float32 --out {File} --json");
        Assert.True(exitCode == 0, error);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
