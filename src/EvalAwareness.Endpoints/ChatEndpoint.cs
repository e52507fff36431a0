using EvalAwareness.Core;
using Microsoft.Extensions.AI;
using Polly;
using Polly.Retry;

namespace EvalAwareness.Endpoints;

/// <summary>Asks a chat model as its options allow: so many at a time, again where that may help, and no more when it has gone.</summary>
public sealed class ChatEndpoint : IDisposable
{
    private readonly IChatClient _client;
    private readonly ChatRequests _requests;
    private readonly ResiliencePipeline _again;
    private readonly SemaphoreSlim _gate;
    private readonly Circuit _circuit;
    private readonly TimeProvider _time;
    private readonly string? _keyVariable;

    public ChatEndpoint(EndpointOptions options, TimeProvider time)
        : this(ChatClients.Create(options, time), options.Asking, time, options.KeyVariable) { }

    /// <param name="client">Asks once. It is disposed together with this.</param>
    /// <param name="options">How it is asked.</param>
    /// <param name="time">The clock.</param>
    /// <param name="keyVariable">Where its key came from, for messages.</param>
    public ChatEndpoint(IChatClient client, AskingOptions options, TimeProvider time, string? keyVariable = null)
    {
        (_client, _time, _keyVariable) = (client, time, keyVariable);
        _requests = new ChatRequests(client, options, time);
        _gate = new SemaphoreSlim(options.Concurrency);
        _circuit = new Circuit(options.MostFailures);
        _again = Again(options, time);
    }

    /// <exception cref="ItemException">This question has no answer that could be read.</exception>
    /// <exception cref="RefusedException">The endpoint does not let us ask.</exception>
    /// <exception cref="EndpointException">It kept failing over this question.</exception>
    /// <exception cref="BudgetException">The budget does not allow the question.</exception>
    /// <exception cref="IOException">It kept failing, question after question; no more is asked.</exception>
    public async Task<ChatAnswer> AskAsync(IReadOnlyList<ChatMessage> messages, ChatOptions options, CancellationToken stop)
    {
        await _gate.WaitAsync(stop);
        try
        {
            _circuit.ThrowIfOpen();
            var answer = await RepeatAsync(messages, options, stop);
            _circuit.Answered();
            return answer;
        }
        catch (EndpointException error)
        {
            _circuit.Failed(error);
            _circuit.ThrowIfOpen();
            throw Translated(error);
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose()
    {
        _client.Dispose();
        _gate.Dispose();
    }

    private async Task<ChatAnswer> RepeatAsync(IReadOnlyList<ChatMessage> messages, ChatOptions options, CancellationToken stop)
    {
        var attempts = 0;
        return await _again.ExecuteAsync(
            async cancelled =>
            {
                _circuit.ThrowIfOpen();
                attempts++;
                var began = _time.GetTimestamp();
                var response = await _requests.SendAsync(messages, options, cancelled);
                return new ChatAnswer(response, attempts, _time.GetElapsedTime(began));
            },
            stop);
    }

    private Exception Translated(EndpointException error) => error.Failure switch
    {
        EndpointFailure.Question or EndpointFailure.Unreadable => new ItemException(error.Message, error),
        EndpointFailure.Configuration => new RefusedException($"{error.Message} ({Advice(error.Status)})"),
        _ => error,
    };

    private string Advice(int? status) => status switch
    {
        401 or 403 => _keyVariable is { } variable ? $"put a key that is good for this model into {variable}" : "it wants a key",
        404 => "check the address of the endpoint and the name of the model",
        402 => "the account has nothing left to pay with",
        _ => "check the address of the endpoint, and what it says of itself",
    };

    // The library has no retry that never tries again.
    private static ResiliencePipeline Again(AskingOptions options, TimeProvider time) =>
        options.Retries == 0 ? ResiliencePipeline.Empty : new ResiliencePipelineBuilder { TimeProvider = time }.AddRetry(Retry(options)).Build();

    private static RetryStrategyOptions Retry(AskingOptions options) => new()
    {
        MaxRetryAttempts = options.Retries,
        Delay = options.Pause,
        BackoffType = DelayBackoffType.Exponential,
        UseJitter = true,
        ShouldHandle = new PredicateBuilder().Handle<EndpointException>(
            error => error.Failure == EndpointFailure.Passing && !(error.RetryAfter > options.LongestPause)),
        DelayGenerator = failed => ValueTask.FromResult((failed.Outcome.Exception as EndpointException)?.RetryAfter),
    };
}
