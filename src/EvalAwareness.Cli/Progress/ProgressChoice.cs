using EvalAwareness.Cli.Output;
using EvalAwareness.Core.Progress;

namespace EvalAwareness.Cli.Progress;

/// <summary>Decides how progress is told.</summary>
internal static class ProgressChoice
{
    /// <summary>Bars on a terminal, occasional lines in a log, nothing beside a JSON document.</summary>
    public static IProgressReporter For(TextWriter error, bool json)
    {
        if (json)
            return SilentProgress.Instance;
        var console = Terminal.Over(error);
        return console.Profile.Out.IsTerminal ? new SpectreProgress(console) : new LineProgress(error, TimeProvider.System);
    }
}
