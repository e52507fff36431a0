using System.Globalization;
using EvalAwareness.Core.Judging;
using EvalAwareness.Endpoints;
using Microsoft.Extensions.Logging;

namespace EvalAwareness.Judging.Chat;

/// <summary>A chat model as both judges: of explanations, and of what an assistant said.</summary>
public sealed class ChatJudges : IDisposable
{
    private readonly ChatEndpoint _endpoint;

    /// <param name="endpoint">Asks the model. It is disposed together with the judges.</param>
    /// <param name="options">What the verdicts depend on.</param>
    /// <param name="cache">Answers from before.</param>
    /// <param name="log">Hears what the model cannot do.</param>
    public ChatJudges(ChatEndpoint endpoint, ChatJudgeOptions options, AnswerCache cache, ILogger log)
    {
        _endpoint = endpoint;
        var examiner = new ChatExaminer(endpoint, options, cache, new ProbabilityExaminer(endpoint, options, cache, log));
        Explanations = new ChatExplanationJudge(examiner, Identity(JudgePrompt.Explanation, options, []));
        var context = options.ContextCharacters.ToString(CultureInfo.InvariantCulture);
        Turns = new ChatTurnJudge(examiner, Identity(JudgePrompt.Turn, options, [context]), options.ContextCharacters);
    }

    public IExplanationJudge Explanations { get; }

    public ITurnJudge Turns { get; }

    public void Dispose() => _endpoint.Dispose();

    private static JudgeIdentity Identity(JudgePrompt prompt, ChatJudgeOptions options, IEnumerable<string> more) =>
        new($"chat-{prompt.Name}", options.Model, prompt.Hash([options.Format.ToString(), .. more]))
        {
            Settings = new SortedDictionary<string, string>(StringComparer.Ordinal)
            {
                ["endpoint"] = options.Endpoint,
                ["max_tokens"] = options.MaxTokens.ToString(CultureInfo.InvariantCulture),
                ["probability"] = options.Probability ? "asked" : "not asked",
                ["temperature"] = options.Temperature?.ToString("R", CultureInfo.InvariantCulture) ?? "the endpoint's own",
            },
        };
}
