using Microsoft.Extensions.Logging;

namespace EvalAwareness.Cli.Output;

/// <summary>Writes each message of some weight as a line that begins with what it is.</summary>
internal sealed class LineLogger(TextWriter error, LogLevel least) : ILogger
{
    public bool IsEnabled(LogLevel logLevel) => logLevel >= least && logLevel < LogLevel.None;

    public void Log<TState>(
        LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
    {
        if (IsEnabled(logLevel))
            error.WriteLine($"{NameOf(logLevel)}: {formatter(state, exception)}");
    }

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

    private static string NameOf(LogLevel level) => level switch
    {
        < LogLevel.Warning => "note",
        LogLevel.Warning => "warning",
        _ => "error",
    };
}
