using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EvalAwareness.Pipeline;

/// <summary>Runs one batch as all the work of a host.</summary>
public static class HostedBatch
{
    /// <summary>Starts the host, does the batch, stops the host. The batch is cancelled by <paramref name="stop"/> and, under a
    /// console lifetime, by Ctrl-C and SIGTERM.</summary>
    public static async Task<T> RunBatchAsync<T>(
        this IHost host, Func<IServiceProvider, CancellationToken, Task<T>> batch, CancellationToken stop)
    {
        await host.StartAsync(stop);
        var lifetime = host.Services.GetRequiredService<IHostApplicationLifetime>();
        using var either = CancellationTokenSource.CreateLinkedTokenSource(stop, lifetime.ApplicationStopping);
        try
        {
            return await batch(host.Services, either.Token);
        }
        finally
        {
            await host.StopAsync(CancellationToken.None);
        }
    }
}
