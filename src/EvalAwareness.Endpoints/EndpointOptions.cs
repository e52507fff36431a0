namespace EvalAwareness.Endpoints;

/// <summary>A chat model behind HTTP.</summary>
public sealed record EndpointOptions
{
    public EndpointKind Kind { get; init; } = EndpointKind.OpenAi;

    /// <summary>What the path of the protocol is added to, such as <c>https://api.openai.com/v1</c>.</summary>
    public required Uri Address { get; init; }

    /// <summary>Name of the model that is asked.</summary>
    public required string Model { get; init; }

    /// <summary>Sent as the protocol wants it, never written or shown; null where the endpoint wants none.</summary>
    public string? ApiKey { get; init; }

    /// <summary>Where the key came from, for a person whose key was refused. Default: none.</summary>
    public string? KeyVariable { get; init; }

    /// <summary>How patiently it is asked.</summary>
    public AskingOptions Asking { get; init; } = new();
}
