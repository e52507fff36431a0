namespace EvalAwareness.Endpoints;

/// <summary>Whose protocol an endpoint speaks.</summary>
public enum EndpointKind
{
    /// <summary>OpenAI's chat completions, as vLLM, SGLang, Ollama and many others answer them too.</summary>
    OpenAi,

    /// <summary>Anthropic's messages.</summary>
    Anthropic,
}
