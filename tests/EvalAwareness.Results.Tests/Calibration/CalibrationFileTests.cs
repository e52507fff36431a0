using EvalAwareness.Core;
using EvalAwareness.Core.Judging;
using EvalAwareness.Results.Calibration;

namespace EvalAwareness.Results.Tests.Calibration;

public sealed class CalibrationFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_names_in_the_file_stay_what_they_are() => Golden.Match("calibration.json", CalibrationFile.Text(KnownCalibration.Document));

    [Fact]
    public async Task What_is_read_back_is_what_was_written()
    {
        var path = _folder.File("judges/rubric.json");
        await CalibrationFile.WriteAsync(KnownCalibration.Document, path, TestContext.Current.CancellationToken);

        var read = CalibrationFile.Read(path);

        Assert.Equal(CalibrationFile.Text(KnownCalibration.Document), CalibrationFile.Text(read));
        Assert.True(read.Knows(KnownCalibration.Judge));
    }

    [Fact]
    public void A_judge_asked_with_another_temperature_is_another_judge()
    {
        JudgeIdentity Asked(string temperature) => new("chat", "model", "aa") { Settings = new Dictionary<string, string> { ["temperature"] = temperature } };

        Assert.Equal(Asked("0"), Asked("0"));
        Assert.NotEqual(Asked("0"), Asked("1"));
        Assert.NotEqual(Asked("0"), Asked("0") with { Settings = null });
    }

    [Fact]
    public void Without_texts_the_figures_stay()
    {
        var bare = KnownCalibration.Document.WithoutTexts();

        Assert.Empty(bare.Judges[0].Disagreements);
        Assert.Equal(KnownCalibration.Document.Judges[0].Groups, bare.Judges[0].Groups);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[]")]
    [InlineData("null")]
    [InlineData("{\"kind\": \"judge_calibration_v1\"}")]
    [InlineData("{\"kind\": \"run\", \"labels\": {\"file\": \"a\", \"sha256\": \"b\", \"task\": \"turns\", \"split\": \"all\", \"n\": 1, \"quarantined\": []}}")]
    public async Task Another_file_is_refused_with_what_to_do(string content)
    {
        var path = _folder.File("other.json");
        await File.WriteAllTextAsync(path, content, TestContext.Current.CancellationToken);

        Assert.Contains("Make it again with judge calibrate", Assert.Throws<RefusedException>(() => CalibrationFile.Read(path)).Message);
    }
}
