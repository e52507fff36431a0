namespace EvalAwareness.Endpoints;

/// <summary>A request without an answer.</summary>
public sealed class EndpointException(EndpointFailure failure, string message, Exception? inner = null) : IOException(message, inner)
{
    public EndpointFailure Failure { get; } = failure;

    /// <summary>What the endpoint said it has to do with; null without an answer.</summary>
    public int? Status { get; init; }

    /// <summary>How long the endpoint asks to wait; null where it does not say.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
