using Microsoft.Extensions.Logging;

namespace EvalAwareness.Pipeline;

/// <summary>Everything the pipeline logs.</summary>
internal static partial class Log
{
    [LoggerMessage(LogLevel.Warning, "{Warning}")]
    public static partial void Caution(this ILogger log, string warning);

    [LoggerMessage(LogLevel.Information, "models are {Residency}: {Reason}")]
    public static partial void Hold(this ILogger log, string residency, string reason);
}
