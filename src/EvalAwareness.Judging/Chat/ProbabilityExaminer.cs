using EvalAwareness.Core;
using EvalAwareness.Endpoints;
using Microsoft.Extensions.Logging;

namespace EvalAwareness.Judging.Chat;

/// <summary>Asks for the probability of YES, where that is wanted and the endpoint tells it.</summary>
internal sealed class ProbabilityExaminer(ChatEndpoint endpoint, ChatJudgeOptions options, AnswerCache cache, ILogger log)
{
    private readonly ChatRequestForm _form = new(options);
    private int _silent;

    /// <param name="question">What to ask.</param>
    /// <param name="key">What the verdict's answer is kept under.</param>
    /// <param name="stop">Cancels the call.</param>
    /// <returns>Null where it is not wanted, not told, or not about verdicts.</returns>
    public async Task<double?> AskAsync(ChatQuestion question, string key, CancellationToken stop)
    {
        if (!options.Probability || Volatile.Read(ref _silent) == 1)
            return null;
        var own = $"{key}-first-token";
        if (cache.Find(own)?.Score is { } known)
            return known;
        var score = await ReadAsync(question, stop);
        if (score is not null)
            cache.Keep(own, new StoredAnswer("", score));
        return score;
    }

    private async Task<double?> ReadAsync(ChatQuestion question, CancellationToken stop)
    {
        try
        {
            var answer = await endpoint.AskAsync(ChatRequestForm.ForFirstToken(question), _form.FirstTokenOptions(), stop);
            if (FirstToken.In(answer.Response) is { } tokens)
                return YesProbability.Of(tokens, question.Prompt.Words);
            if (Interlocked.Exchange(ref _silent, 1) == 0)
                log.TellsNoProbability(options.Model);
            return null;
        }
        // The verdict stands without it.
        catch (ItemException)
        {
            return null;
        }
    }
}
