using EvalAwareness.Core.Progress;
using EvalAwareness.Pipeline.Planning;
using EvalAwareness.Pipeline.Running;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace EvalAwareness.Pipeline;

/// <summary>What the pipeline is composed of.</summary>
public static class PipelineServices
{
    /// <summary>Adds planning and running. A clock and a progress reporter that are already there are kept.</summary>
    public static IServiceCollection AddEvalAwarenessPipeline(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.TryAddSingleton<IProgressReporter>(SilentProgress.Instance);
        services.AddSingleton<AuditPlanner>();
        services.AddSingleton<AuditRun>();
        return services;
    }
}
