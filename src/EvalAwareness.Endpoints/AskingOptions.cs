namespace EvalAwareness.Endpoints;

/// <summary>How fast and how patiently a chat model is asked, and where it ends.</summary>
public sealed record AskingOptions
{
    /// <summary>Questions in flight. Default: 8.</summary>
    public int Concurrency { get; init; } = 8;

    /// <summary>Most requests begun in a minute, spread evenly; null leaves it to the endpoint. Default: null.</summary>
    public double? RequestsPerMinute { get; init; }

    /// <summary>Most tokens asked for in a minute, those that an answer may have included; null leaves it to the endpoint. Default: null.</summary>
    public double? TokensPerMinute { get; init; }

    /// <summary>Longest wait for one answer. Default: 2 minutes.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How often a question is asked again that met 408, 429, 5xx, a timeout or a dropped connection. Default: 6.</summary>
    public int Retries { get; init; } = 6;

    /// <summary>First pause before asking again; it doubles each time, with jitter, unless the endpoint says how long (Retry-After). Default: 2 s.</summary>
    public TimeSpan Pause { get; init; } = TimeSpan.FromSeconds(2);

    /// <summary>Longest Retry-After that is waited for; an endpoint that wants more has failed. Default: 10 minutes.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromMinutes(10);

    /// <summary>So many failed questions in a row, none of them to blame itself, end the asking. Default: 10.</summary>
    public int MostFailures { get; init; } = 10;

    /// <summary>What may be spent; null for no limit. Default: null.</summary>
    public Budget? Budget { get; init; }
}
