using EvalAwareness.Pipeline.Planning;
using EvalAwareness.Pipeline.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EvalAwareness.Pipeline.Tests;

public sealed class PipelineServicesTests
{
    [Fact]
    public async Task A_host_composes_the_pipeline_and_runs_a_batch()
    {
        using var host = Compose();

        var (planner, run) = await host.RunBatchAsync(
            (services, _) => Task.FromResult((services.GetService<AuditPlanner>(), services.GetService<AuditRun>())),
            TestContext.Current.CancellationToken);

        Assert.NotNull(planner);
        Assert.NotNull(run);
    }

    [Fact]
    public async Task Stopping_the_host_cancels_the_batch()
    {
        using var host = Compose();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => host.RunBatchAsync(async (services, stop) =>
        {
            services.GetRequiredService<IHostApplicationLifetime>().StopApplication();
            await Task.Delay(Timeout.Infinite, stop);
            return 0;
        }, TestContext.Current.CancellationToken));
    }

    private static IHost Compose()
    {
        var builder = Host.CreateEmptyApplicationBuilder(null);
        builder.Services.AddEvalAwarenessPipeline();
        return builder.Build();
    }
}
