using EvalAwareness.Core;
using EvalAwareness.Endpoints;

namespace EvalAwareness.Cli;

/// <summary>What the program tells the shell.</summary>
internal static class ExitCode
{
    public const int Done = 0;

    /// <summary>The machine failed: disk full, device lost.</summary>
    public const int MachineFailed = 1;

    /// <summary>Usage, configuration or input was refused; nothing was started.</summary>
    public const int Refused = 2;

    /// <summary>Done, with items quarantined.</summary>
    public const int Quarantined = 3;

    /// <summary>The budget is used up; what was recorded stays, and a second start goes on.</summary>
    public const int BudgetReached = 4;

    public const int Cancelled = 130;

    /// <summary>Says on <paramref name="error"/>, a line per problem, why a command ended early.</summary>
    public static int Of(Exception exception, TextWriter error)
    {
        var (code, lines) = exception switch
        {
            RefusedException refused => (Refused, refused.Problems),
            BudgetException => (BudgetReached, [exception.Message]),
            OperationCanceledException => (Cancelled, ["cancelled; what was recorded stays"]),
            IOException or UnauthorizedAccessException => (MachineFailed, [exception.Message]),
            _ => (MachineFailed, (IReadOnlyList<string>)[$"{exception.GetType().Name}: {exception.Message}"]),
        };
        foreach (var line in lines)
            error.WriteLine($"evalaware: {line.ReplaceLineEndings(" ")}");
        return code;
    }
}
