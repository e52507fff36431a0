namespace EvalAwareness.Core;

/// <summary>Configuration, a checkpoint or other input of the whole run is refused: nothing can start. Exit code 2.</summary>
public sealed class RefusedException : Exception
{
    public RefusedException(string message, Exception? inner = null) : base(message, inner) => Problems = [message];

    public RefusedException(IReadOnlyList<string> problems) : base(string.Join(Environment.NewLine, problems)) => Problems = problems;

    /// <summary>Every problem found, each a line a person can act on.</summary>
    public IReadOnlyList<string> Problems { get; }
}
