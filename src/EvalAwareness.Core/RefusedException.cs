namespace EvalAwareness.Core;

/// <summary>Configuration, a checkpoint or other input of the whole run is refused: nothing can start. Exit code 2.</summary>
public sealed class RefusedException : Exception
{
    public RefusedException(string problem, Exception? inner = null) : this([OneLine.Of(problem)], inner)
    {
    }

    public RefusedException(IReadOnlyList<string> problems) : this([.. problems.Select(OneLine.Of)], null)
    {
    }

    private RefusedException(string[] lines, Exception? inner) : base(string.Join(Environment.NewLine, lines), inner) => Problems = lines;

    /// <summary>Every problem found, each a line a person can act on, whatever it quotes.</summary>
    public IReadOnlyList<string> Problems { get; }
}
