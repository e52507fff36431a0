namespace EvalAwareness.Endpoints;

/// <summary>Why a request has no answer.</summary>
public enum EndpointFailure
{
    /// <summary>It may be answered if asked again: 408, 429, 5xx, a timeout, a dropped connection.</summary>
    Passing,

    /// <summary>It was answered, with something that is no answer.</summary>
    Unreadable,

    /// <summary>This question is refused; another may pass: 400, 413, 422.</summary>
    Question,

    /// <summary>No question will be answered: 401, 403, 404 and what else asks for another configuration.</summary>
    Configuration,
}
