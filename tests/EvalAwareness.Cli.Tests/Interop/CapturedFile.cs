using EvalAwareness.Cli.Tests.Building;

namespace EvalAwareness.Cli.Tests.Interop;

/// <summary>The activations of one held-out transcript, captured once by the command itself.</summary>
public sealed class CapturedFile : IAsyncLifetime
{
    public const int Layer = 2;
    public const string Verbalizer = "av";
    public const string Reconstructor = "ar";
    public const string Target = "target";

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("interop");

    public string Transcripts => At("chats.jsonl");

    public string File => At("captured.parquet");

    public static string Organism(string half) => Repository.PathOf("datasets", "organism", half);

    /// <summary>A place in the folder.</summary>
    public string At(string name) => Path.Combine(_folder.FullName, name);

    /// <summary>Few rows of the response, to be put into words in a moment.</summary>
    public string SomeRows(int count) =>
        $"select * from '{File}' where section in ('text', 'reasoning') and position >= 50 order by position limit {count}";

    /// <summary>A copy of an organism's folder that a test may break.</summary>
    public string Copy(string half, string name)
    {
        var copy = Directory.CreateDirectory(At(name)).FullName;
        foreach (var file in Directory.GetFiles(Organism(half)))
            System.IO.File.Copy(file, Path.Combine(copy, Path.GetFileName(file)));
        return copy;
    }

    public async ValueTask InitializeAsync()
    {
        await System.IO.File.WriteAllTextAsync(Transcripts, System.IO.File.ReadLines(Repository.PathOf("datasets", "swe-bench", "transcripts.jsonl")).First());
        var (exitCode, _, error) = await CommandLineTests.RunAsync(
            $"capture {Organism(Target)} {Transcripts} --layer {Layer} --dtype float32 --out {File} --json");
        Assert.True(exitCode == 0, error);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Delete(recursive: true);
        return ValueTask.CompletedTask;
    }
}
