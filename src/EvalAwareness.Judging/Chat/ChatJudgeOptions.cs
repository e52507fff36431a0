namespace EvalAwareness.Judging.Chat;

/// <summary>What the verdicts of a chat model depend on beside its prompts.</summary>
public sealed record ChatJudgeOptions
{
    public const int DefaultMaxTokens = 1024;
    public const int DefaultContextCharacters = 24_000;

    /// <summary>Name of the model, as rows have it.</summary>
    public required string Model { get; init; }

    /// <summary>Where it is asked: an address, or the hash of a checkpoint.</summary>
    public required string Endpoint { get; init; }

    /// <summary>Softmax temperature; null where the endpoint takes none. Default: 0.</summary>
    public double? Temperature { get; init; } = 0;

    /// <summary>Most tokens of an answer. Default: 1024.</summary>
    public int MaxTokens { get; init; } = DefaultMaxTokens;

    /// <summary>Whether the probability of YES is asked for, in a request of its own. Default: no.</summary>
    public bool Probability { get; init; }

    /// <summary>How the form of an answer is asked for. Default: text.</summary>
    public AnswerFormat Format { get; init; }

    /// <summary>Characters of the conversation before a turn that are shown, the latest. Default: 24,000.</summary>
    public int ContextCharacters { get; init; } = DefaultContextCharacters;
}
