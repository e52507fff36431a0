using EvalAwareness.Core.Models;
using EvalAwareness.Judging.Chat;

namespace EvalAwareness.Judging;

/// <summary>Which judge, and how it is asked: everything that the section <c>judge</c> says.</summary>
public sealed record JudgeSettings
{
    public JudgeKind Kind { get; init; }

    /// <summary>Name of the model; for a local one the folder of its checkpoint, for a classifier that of <c>judge train</c>. Empty for the rubric and for
    /// the classifier that ships.</summary>
    public string Model { get; init; } = "";

    /// <summary>Whether a language model is asked, which costs time or money and may not answer.</summary>
    public bool AsksModel => Kind is not (JudgeKind.Rubric or JudgeKind.Classifier);

    /// <summary>What the path of the protocol is added to; null for a judge that is not asked over a network.</summary>
    public Uri? Endpoint { get; init; }

    /// <summary>Variable of the environment that holds the key.</summary>
    public string KeyVariable { get; init; } = "";

    /// <summary>Whether the endpoint is known not to answer without a key.</summary>
    public bool NeedsKey { get; init; }

    /// <summary>Questions in flight. Default: 8.</summary>
    public int Concurrency { get; init; } = 8;

    /// <summary>Most requests begun in a minute; null leaves it to the endpoint. Default: null.</summary>
    public double? RequestsPerMinute { get; init; }

    /// <summary>Most tokens asked for in a minute; null leaves it to the endpoint. Default: null.</summary>
    public double? TokensPerMinute { get; init; }

    /// <summary>Longest wait for one answer. Default: 2 minutes.</summary>
    public TimeSpan Timeout { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>How often a question is asked again that may be answered then. Default: 6.</summary>
    public int Retries { get; init; } = 6;

    /// <summary>Softmax temperature; null where the endpoint takes none. Default: 0.</summary>
    public double? Temperature { get; init; } = 0;

    /// <summary>Most tokens of an answer. Default: 1024.</summary>
    public int MaxTokens { get; init; } = ChatJudgeOptions.DefaultMaxTokens;

    /// <summary>Whether the probability of YES is asked for too. Default: no.</summary>
    public bool Probability { get; init; }

    /// <summary>How the form of an answer is asked for. Default: a JSON schema with OpenAI's protocol, otherwise text.</summary>
    public AnswerFormat Format { get; init; }

    /// <summary>Characters of the conversation before a turn that are shown. Default: 24,000.</summary>
    public int ContextCharacters { get; init; } = ChatJudgeOptions.DefaultContextCharacters;

    /// <summary>Folder of answers from before. Default: under the user's cache directory.</summary>
    public string Cache { get; init; } = AnswerCache.DefaultFolder;

    /// <summary>What tokens cost; null where nobody says. Default: null.</summary>
    public TokenPrice? Price { get; init; }

    /// <summary>Most that one start may spend: money where there is a price, otherwise requests; null for no limit. Default: null.</summary>
    public decimal? Budget { get; init; }
}
