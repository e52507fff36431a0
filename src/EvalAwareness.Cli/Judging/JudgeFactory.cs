using EvalAwareness.Core;
using EvalAwareness.Endpoints;
using EvalAwareness.Inference.Chat;
using EvalAwareness.Inference.Checkpoints;
using EvalAwareness.Judging;
using EvalAwareness.Judging.Chat;
using EvalAwareness.Judging.Rules;
using Microsoft.Extensions.Logging;

namespace EvalAwareness.Cli.Judging;

/// <summary>Makes the judges that settings ask for. Keys come from the environment, here, and go nowhere but into requests.</summary>
internal sealed class JudgeFactory(ComputeOptions compute, TimeProvider time, ILogger<JudgeFactory> log)
{
    /// <exception cref="RefusedException">A key is missing, a checkpoint is broken, or the cache cannot be written.</exception>
    public JudgePair Create(JudgeSettings settings)
    {
        if (settings.Kind == JudgeKind.Rubric)
            return new JudgePair(new RubricExplanationJudge(), new RubricTurnJudge());
        if (settings.Kind == JudgeKind.Classifier)
            return ClassifierFolder.Load(settings.Model);
        var cache = new AnswerCache(settings.Cache);
        var (endpoint, options, weights) = settings.Kind == JudgeKind.Local ? Local(settings) : Remote(settings);
        var judges = new ChatJudges(endpoint, options, cache, log);
        return new JudgePair(judges.Explanations, judges.Turns, judges) { WeightBytes = weights };
    }

    private (ChatEndpoint Endpoint, ChatJudgeOptions Options, long WeightBytes) Remote(JudgeSettings settings)
    {
        var options = new EndpointOptions
        {
            Kind = settings.Kind == JudgeKind.Anthropic ? EndpointKind.Anthropic : EndpointKind.OpenAi,
            Address = settings.Endpoint!,
            Model = settings.Model,
            ApiKey = Key(settings),
            KeyVariable = settings.KeyVariable,
            Asking = Asking(settings),
        };
        return (new ChatEndpoint(options, time), Options(settings, settings.Model, settings.Endpoint!.AbsoluteUri), 0);
    }

    // What a model answers depends on its weights and on the type it computes in.
    private (ChatEndpoint Endpoint, ChatJudgeOptions Options, long WeightBytes) Local(JudgeSettings settings)
    {
        var model = ChatModel.Load(settings.Model, compute);
        return (
            new ChatEndpoint(new LocalChatClient(model), Asking(settings), time),
            Options(settings, model.Card.Name, $"local {model.Card.Sha256} {model.Card.DataType}"),
            model.WeightBytes);
    }

    private static string? Key(JudgeSettings settings) => Secret.FromEnvironment(settings.KeyVariable) is { } key ? key
        : settings.NeedsKey ? throw new RefusedException($"judge: there is no key for {settings.Model}; put it into the environment variable {settings.KeyVariable}")
        : null;

    private static AskingOptions Asking(JudgeSettings settings) => new()
    {
        Concurrency = settings.Concurrency,
        RequestsPerMinute = settings.RequestsPerMinute,
        TokensPerMinute = settings.TokensPerMinute,
        Timeout = settings.Timeout,
        Retries = settings.Retries,
        Budget = settings.Budget is { } most ? new Budget(most, settings.Price) : null,
    };

    private static ChatJudgeOptions Options(JudgeSettings settings, string model, string endpoint) => new()
    {
        Model = model,
        Endpoint = endpoint,
        Temperature = settings.Temperature,
        MaxTokens = settings.MaxTokens,
        Probability = settings.Probability,
        Format = settings.Format,
        ContextCharacters = settings.ContextCharacters,
    };
}
