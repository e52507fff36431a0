using Microsoft.Extensions.AI;

namespace EvalAwareness.Endpoints;

/// <summary>Single requests: each waits for its turn, stays within the budget and is not waited for forever.</summary>
internal sealed class ChatRequests(IChatClient client, AskingOptions options, TimeProvider time)
{
    // Where a question sets no limit on its answer.
    private const int UsualAnswer = 1024;

    private readonly Pace _requests = new(options.RequestsPerMinute, time);
    private readonly Pace _tokens = new(options.TokensPerMinute, time);
    private readonly Spending _spending = new(options.Budget);

    /// <exception cref="EndpointException">It has no answer.</exception>
    /// <exception cref="BudgetException">The budget does not allow it.</exception>
    public async Task<ChatResponse> SendAsync(IReadOnlyList<ChatMessage> messages, ChatOptions asked, CancellationToken stop)
    {
        var (input, mostOutput) = (TokenEstimate.Of(messages), asked.MaxOutputTokens ?? UsualAnswer);
        using var share = _spending.Reserve(input, mostOutput);
        await _requests.WaitAsync(1, stop);
        await _tokens.WaitAsync(input + mostOutput, stop);
        try
        {
            var response = await WithinTimeAsync(limit => client.GetResponseAsync(messages, asked, limit), stop);
            share.Spend(response.Usage?.InputTokenCount ?? input, response.Usage?.OutputTokenCount ?? TokenEstimate.Of(response.Messages));
            return response;
        }
        catch (EndpointException error) when (error.Failure == EndpointFailure.Unreadable)
        {
            // It was answered, and will be on the bill.
            share.Spend(input, mostOutput);
            throw;
        }
    }

    private async Task<T> WithinTimeAsync<T>(Func<CancellationToken, Task<T>> work, CancellationToken stop)
    {
        using var timer = new CancellationTokenSource(options.Timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(timer.Token, stop);
        try
        {
            return await work(either.Token);
        }
        catch (OperationCanceledException) when (timer.IsCancellationRequested && !stop.IsCancellationRequested)
        {
            throw new EndpointException(EndpointFailure.Passing, $"no answer within {options.Timeout.TotalSeconds:0.#} s");
        }
    }
}
