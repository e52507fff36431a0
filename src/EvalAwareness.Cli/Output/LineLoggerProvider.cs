using Microsoft.Extensions.Logging;

namespace EvalAwareness.Cli.Output;

/// <summary>What is logged, as single lines on the error stream: all of ours, of the libraries only what went wrong.</summary>
internal sealed class LineLoggerProvider(TextWriter error) : ILoggerProvider
{
    private const string Ours = nameof(EvalAwareness) + ".";

    public ILogger CreateLogger(string categoryName) =>
        new LineLogger(error, categoryName.StartsWith(Ours, StringComparison.Ordinal) ? LogLevel.Information : LogLevel.Warning);

    public void Dispose() { }
}
