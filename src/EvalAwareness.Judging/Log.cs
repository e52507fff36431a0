using Microsoft.Extensions.Logging;

namespace EvalAwareness.Judging;

/// <summary>Everything that judges log.</summary>
internal static partial class Log
{
    [LoggerMessage(LogLevel.Warning, "judge: {Model} gives no log probabilities; verdicts have no score")]
    public static partial void TellsNoProbability(this ILogger log, string model);
}
