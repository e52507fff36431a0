

namespace EvalAwareness.Cli.Tests;

/// <summary>A copy of one folder of the shipped organism, to be broken.</summary>
internal sealed class OrganismCopy : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("organism");

    /// <param name="part">target, av or ar.</param>
    public OrganismCopy(string part)
    {
        foreach (var file in Directory.GetFiles(PathOf(part)))
            File.Copy(file, System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file)));
    }

    public string Path => _folder.FullName;

    public static string PathOf(string part) => Repository.PathOf("datasets", "organism", part);

    public void Edit(string file, string from, string to)
    {
        var path = System.IO.Path.Combine(Path, file);
        var text = File.ReadAllText(path);
        Assert.Contains(from, text);
        File.WriteAllText(path, text.Replace(from, to));
    }

    /// <summary>Puts a file of another folder in the place of this one's.</summary>
    public void Take(string file, string from) => File.Copy(System.IO.Path.Combine(from, file), System.IO.Path.Combine(Path, file), overwrite: true);

    public void Dispose() => _folder.Delete(recursive: true);
}
