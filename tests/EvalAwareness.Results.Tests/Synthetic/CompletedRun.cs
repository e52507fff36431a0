using EvalAwareness.Results.Store;
using EvalAwareness.Results.Tests.Synthetic;

[assembly: AssemblyFixture(typeof(CompletedRun))]

namespace EvalAwareness.Results.Tests.Synthetic;

/// <summary>One completed run of eight transcripts per dataset, for all tests that only read.</summary>
public sealed class CompletedRun : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();

    public RunTables Tables { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        await new SyntheticRun().WriteAsync(_folder.Path);
        Tables = await RunTables.LoadAsync(_folder.Path, default);
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return default;
    }
}
