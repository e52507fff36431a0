using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using EvalAwareness.Core;
using EvalAwareness.Core.Judging;
using EvalAwareness.Endpoints;

namespace EvalAwareness.Judging.Chat;

/// <summary>Asks a model each question once: not again while it is being answered, nor in a later run once it has been.</summary>
internal sealed class ChatExaminer(ChatEndpoint endpoint, ChatJudgeOptions options, AnswerCache cache, ProbabilityExaminer probability)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<Judgement>>> _asked = [];
    private readonly ChatRequestForm _form = new(options);

    /// <param name="question">What to ask.</param>
    /// <param name="judge">The identity that the answer is kept under.</param>
    /// <param name="stop">Cancels the call, and those that wait for the same one.</param>
    /// <exception cref="ItemException">There is no answer to this question.</exception>
    public async Task<Judgement> AskAsync(ChatQuestion question, JudgeIdentity judge, CancellationToken stop)
    {
        var key = Key(question, judge);
        var own = new Lazy<Task<Judgement>>(() => AnswerAsync(question, key, stop));
        var asked = _asked.GetOrAdd(key, own);
        var judgement = await asked.Value;
        return asked == own ? judgement : judgement with { Call = JudgeCall.Remembered };
    }

    private async Task<Judgement> AnswerAsync(ChatQuestion question, string key, CancellationToken stop)
    {
        try
        {
            var judgement = Remembered(question, key) ?? await AskAsync(question, key, stop);
            return judgement.Verdict is null ? judgement : judgement with { Score = await probability.AskAsync(question, key, stop) };
        }
        catch (EndpointException error)
        {
            // One question; when it is one after the other, the endpoint ends the run itself.
            throw new ItemException(error.Message, error);
        }
    }

    private Judgement? Remembered(ChatQuestion question, string key) =>
        cache.Find(key) is { } stored && VerdictParser.Parse(new ChatReply(stored.Text, ReplyEnding.Whole), question.Prompt, question.Judged) is { Verdict: not null } judgement
            ? judgement with { Call = JudgeCall.Remembered }
            : null;

    private async Task<Judgement> AskAsync(ChatQuestion question, string key, CancellationToken stop)
    {
        var answer = await endpoint.AskAsync(ChatRequestForm.ForVerdict(question), _form.VerdictOptions(question.Prompt), stop);
        var reply = ChatReply.Of(answer.Response);
        var judgement = VerdictParser.Parse(reply, question.Prompt, question.Judged);
        if (judgement.Verdict is not null)
            cache.Keep(key, new StoredAnswer(reply.Text, null));
        return judgement with { Call = new JudgeCall(false, answer.Attempts, answer.Latency) };
    }

    private static string Key(ChatQuestion question, JudgeIdentity judge) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join(
        '\0', [judge.Name, judge.Model!, judge.PromptSha256, .. judge.Settings!.Select(setting => $"{setting.Key}={setting.Value}"), question.Text]))));
}
