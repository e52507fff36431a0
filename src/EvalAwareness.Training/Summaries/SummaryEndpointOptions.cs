namespace EvalAwareness.Training.Summaries;

/// <summary>An OpenAI-compatible chat endpoint that writes summaries.</summary>
public sealed record SummaryEndpointOptions
{
    /// <summary>What <c>/chat/completions</c> is added to, such as <c>https://api.openai.com/v1</c>.</summary>
    public required Uri Address { get; init; }

    /// <summary>Name of the model that is asked.</summary>
    public required string Model { get; init; }

    /// <summary>Sent as a bearer token, never written or shown; null where the endpoint wants none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Questions in flight. Default: 8.</summary>
    public int Concurrency { get; init; } = 8;

    /// <summary>Longest wait for one answer. Default: 2 minutes.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How often a question is asked again that met 408, 429, 5xx, a timeout or a dropped connection. Default: 6.</summary>
    public int Retries { get; init; } = 6;

    /// <summary>First pause before asking again; it doubles each time, with jitter, unless the endpoint says how long (Retry-After). Default: 2 s.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(2);
}
