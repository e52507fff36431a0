using EvalAwareness.Core;
using EvalAwareness.Pipeline.Running;

namespace EvalAwareness.Pipeline.Tests.Running;

public sealed class RunFolderTests : IDisposable
{
    private readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void A_new_run_is_named_after_the_audit_and_the_time() =>
        Assert.Matches(@"/night-\d{8}-\d{6}$", Choose("night", null, resume: false));

    [Fact]
    public void The_folder_asked_for_is_taken() =>
        Assert.Equal(_folder["mine"], Choose("night", _folder["mine"], resume: false));

    [Fact]
    public void Resuming_takes_the_newest_run_of_the_audit()
    {
        string[] runs = ["night-20250101-000000", "night-20250301-000000", "night-20250201-000000", "night-shift-20260101-000000"];
        foreach (var run in runs)
            Directory.CreateDirectory(_folder[run]);

        Assert.Equal(_folder["night-20250301-000000"], Choose("night", null, resume: true));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("gone")]
    public void Resuming_nothing_is_refused(string? asked)
    {
        var refused = Assert.Throws<RefusedException>(() => Choose("night", asked, resume: true));
        Assert.EndsWith("is no run to continue", refused.Message);
    }

    private string Choose(string name, string? asked, bool resume) =>
        RunFolder.Choose(_folder.Path, name, asked, resume, TimeProvider.System);
}
