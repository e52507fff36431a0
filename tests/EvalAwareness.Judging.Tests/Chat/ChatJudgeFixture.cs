using EvalAwareness.Core.Judging;
using EvalAwareness.Endpoints;
using EvalAwareness.Judging.Chat;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace EvalAwareness.Judging.Tests.Chat;

/// <summary>Judges over a server on this machine, with a cache of their own.</summary>
internal sealed class ChatJudgeFixture(ChatServer server) : IDisposable
{
    private readonly TestFolder _folder = new();

    public string Cache => _folder["cache"];

    public ILogger Log { get; init; } = NullLogger.Instance;

    public AskingOptions Asking { get; init; } = new() { Pause = TimeSpan.FromMilliseconds(1) };

    public static ChatJudgeOptions Options(ChatServer server) => new() { Model = "m", Endpoint = server.Address.AbsoluteUri };

    /// <summary>As another start of the program would make them.</summary>
    public ChatJudges Judges(Func<ChatJudgeOptions, ChatJudgeOptions>? change = null) => new(
        new ChatEndpoint(new EndpointOptions { Address = server.Address, Model = "m", Asking = Asking }, TimeProvider.System),
        (change ?? (options => options))(Options(server)),
        new AnswerCache(Cache),
        Log);

    public async Task<Judgement> JudgeAsync(string text, Func<ChatJudgeOptions, ChatJudgeOptions>? change = null)
    {
        using var judges = Judges(change);
        return await judges.Explanations.JudgeAsync(new ExplanationQuestion(text), TestContext.Current.CancellationToken);
    }

    public void Dispose() => _folder.Dispose();
}
