namespace EvalAwareness.Endpoints;

/// <summary>Opens after failures in a row: ten thousand questions are not asked of an endpoint that has gone.</summary>
internal sealed class Circuit(int mostFailures)
{
    private readonly Lock _lock = new();
    private int _failures;
    private bool _hasAnswered;
    private string? _reason;

    /// <exception cref="IOException">It is open.</exception>
    public void ThrowIfOpen()
    {
        lock (_lock)
        {
            if (_reason is not null)
                throw new IOException(_reason);
        }
    }

    public void Answered()
    {
        lock (_lock)
            (_failures, _hasAnswered) = (0, true);
    }

    public void Failed(EndpointException error)
    {
        lock (_lock)
        {
            // A question may be to blame itself, unless no question was ever answered.
            if (error.Failure == EndpointFailure.Question && _hasAnswered || ++_failures < mostFailures)
                return;
            _reason ??= $"{_failures} questions in a row had no answer, the last one: {error.Message}; what was answered is kept, start again to go on";
        }
    }
}
