using System.Diagnostics;
using System.Text.Json;

namespace EvalAwareness.Cli.Tests.Building;

/// <summary>Which LibTorch a build asks the registry for: the small one, unless CUDA's is asked for by name.</summary>
public sealed class LibTorchChoiceTests
{
    private const string Processor = "libtorch-cpu-linux-x64";
    private const string Gpu = "libtorch-cuda-12.8-linux-x64";

    private static CancellationToken Stop => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", Processor)]
    [InlineData("-p:LibTorch=cpu", Processor)]
    [InlineData("-p:LibTorch=cuda", Gpu)]
    public async Task One_property_chooses_the_package(string property, string package)
    {
        var start = new ProcessStartInfo("dotnet", $"msbuild {Repository.PathOf("src", "EvalAwareness.Torch")} {property} -getItem:PackageReference")
        {
            RedirectStandardOutput = true,
        };
        using var process = Process.Start(start)!;
        var references = JsonDocument.Parse(await process.StandardOutput.ReadToEndAsync(Stop)).RootElement
            .GetProperty("Items").GetProperty("PackageReference").EnumerateArray().Select(reference => reference.GetProperty("Identity").GetString());

        Assert.Equal([package], references.Where(name => name!.StartsWith("libtorch", StringComparison.Ordinal)));
    }
}
