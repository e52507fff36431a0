using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Xml.Linq;

namespace EvalAwareness.Cli.Tests.Building;

/// <summary>The arrows of the design: which project may know which.</summary>
public sealed class ArchitectureTests
{
    private static readonly Dictionary<string, string[]> Arrows = new()
    {
        ["Core"] = [],
        ["Torch"] = [],
        ["Inference"] = ["Core", "Torch"],
        ["Endpoints"] = ["Core"],
        ["Training"] = ["Endpoints", "Inference", "Reading"],
        ["Reading"] = ["Core"],
        ["Judging"] = ["Core", "Endpoints"],
        ["Results"] = ["Core"],
        ["Pipeline"] = ["Core", "Judging", "Reading", "Results"],
        ["Cli"] = ["Core", "Endpoints", "Inference", "Judging", "Pipeline", "Reading", "Results", "Training"],
    };

    // What comes along with Inference; the command line sees Torch as little as the pipeline does.
    private static readonly Dictionary<string, string[]> Inherited = new() { ["Training"] = ["Core", "Torch"] };

    public static TheoryData<string> Projects => [.. Arrows.Keys];

    [Fact]
    public void Every_project_has_its_arrows() =>
        Assert.Equal(Arrows.Keys.Order(), Directory.GetDirectories(Repository.PathOf("src")).Select(Short).Order());

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_project_file_names_the_projects_the_design_gives_it(string project)
    {
        var file = Repository.PathOf("src", $"EvalAwareness.{project}", $"EvalAwareness.{project}.csproj");
        var named = XDocument.Load(file).Descendants("ProjectReference")
            .Select(reference => Short(Path.GetFileNameWithoutExtension(reference.Attribute("Include")!.Value)));

        Assert.Equal(Arrows[project], named.Order());
    }

    [Theory]
    [MemberData(nameof(Projects))]
    public void A_compiled_project_uses_only_the_projects_the_design_gives_it(string project)
    {
        var allowed = Arrows[project].Concat(Inherited.GetValueOrDefault(project, []));

        Assert.Empty(References(AssemblyOf(project)).Except(allowed));
    }

    private static string AssemblyOf(string project) =>
        Path.Combine(AppContext.BaseDirectory, project == "Cli" ? "evalaware.dll" : $"EvalAwareness.{project}.dll");

    private static List<string> References(string assembly)
    {
        using var image = new PEReader(File.OpenRead(assembly));
        var metadata = image.GetMetadataReader();
        return [.. metadata.AssemblyReferences
            .Select(handle => metadata.GetString(metadata.GetAssemblyReference(handle).Name))
            .Where(name => name.StartsWith("EvalAwareness.", StringComparison.Ordinal))
            .Select(Short)];
    }

    private static string Short(string name) => name[(name.LastIndexOf('.') + 1)..];
}
