using System.Text.Json.Nodes;
using EvalAwareness.Results.Calibration;

namespace EvalAwareness.Results.Tests.Calibration;

public sealed class RunCalibrationsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_run_keeps_what_is_known_of_its_own_judges_from_the_shelf_and_from_a_path()
    {
        await WriteAsync("judges/shelf.json", KnownCalibration.Document);
        await WriteAsync("judges/other.json", KnownCalibration.Document with { Judges = [] });
        await WriteAsync("elsewhere/given.json", KnownCalibration.Document with { Labels = KnownCalibration.Document.Labels with { File = "given.csv" } });
        Directory.CreateDirectory(_folder.File("run"));

        RunCalibrations.Keep(_folder.File("run"), Run("aa11"), _folder.File("elsewhere"));

        Assert.Equal(["given.csv", "labels.csv"], RunCalibrations.In(_folder.File("run")).Select(document => document.Labels.File));
    }

    [Fact]
    public async Task Of_a_judge_with_other_rules_nothing_is_kept()
    {
        await WriteAsync("judges/shelf.json", KnownCalibration.Document);
        Directory.CreateDirectory(_folder.File("run"));

        RunCalibrations.Keep(_folder.File("run"), Run("bb22"), path: null);

        Assert.Empty(RunCalibrations.In(_folder.File("run")));
        Assert.False(Directory.Exists(_folder.File("run/calibrations")));
    }

    internal static JsonObject Run(string prompt) => new()
    {
        ["identity"] = new JsonObject
        {
            ["judges"] = new JsonObject
            {
                ["explanation"] = new JsonObject { ["name"] = "rubric-v2", ["model"] = null, ["prompt_sha256"] = prompt },
                ["activation"] = null,
            },
        },
    };

    private Task WriteAsync(string name, CalibrationDocument document) =>
        CalibrationFile.WriteAsync(document, _folder.File(name), TestContext.Current.CancellationToken);
}
