using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EvalAwareness.Core;
using Microsoft.Extensions.Http.Resilience;
using Polly;
using Polly.Timeout;

namespace EvalAwareness.Training.Summaries;

/// <summary>Asks an OpenAI-compatible chat endpoint for answers.</summary>
internal sealed class SummaryEndpoint : IDisposable
{
    private const int MostOfBody = 300;

    private readonly SummaryEndpointOptions _options;
    private readonly Uri _address;
    private readonly ResiliencePipeline<HttpResponseMessage> _pipeline;

    // The pipeline times each attempt; the client's own limit would count the pauses between them too.
    private readonly HttpClient _http = new() { Timeout = System.Threading.Timeout.InfiniteTimeSpan };

    public SummaryEndpoint(SummaryEndpointOptions options)
    {
        _options = options;
        _address = new Uri($"{options.Address.AbsoluteUri.TrimEnd('/')}/chat/completions");
        if (options.ApiKey is { } key)
            _http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", key);
        _pipeline = new ResiliencePipelineBuilder<HttpResponseMessage>()
            .AddRetry(new HttpRetryStrategyOptions { MaxRetryAttempts = options.Retries, Delay = options.Pause, UseJitter = true, ShouldRetryAfterHeader = true })
            .AddTimeout(options.Timeout)
            .Build();
    }

    /// <returns>The answer's text.</returns>
    /// <exception cref="ItemException">This question has no answer that could be read.</exception>
    /// <exception cref="RefusedException">The endpoint does not let us ask.</exception>
    /// <exception cref="IOException">It kept failing.</exception>
    public async Task<string> AskAsync(string instructions, string question, CancellationToken stop)
    {
        using var response = await SendAsync(instructions, question, stop);
        var body = await response.Content.ReadAsStringAsync(stop);
        if (response.IsSuccessStatusCode)
            return Answer(body);
        var problem = $"{_address} answered {(int)response.StatusCode} {response.ReasonPhrase}: {Shown(body)}";
        throw response.StatusCode switch
        {
            // These are about the question; another may pass.
            HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity => new ItemException(problem),
            HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError =>
                new IOException($"{problem} (after {_options.Retries + 1} attempts; what was answered is kept, start again to go on)"),
            _ => new RefusedException(problem),
        };
    }

    public void Dispose() => _http.Dispose();

    private async Task<HttpResponseMessage> SendAsync(string instructions, string question, CancellationToken stop)
    {
        try
        {
            return await _pipeline.ExecuteAsync(async attempt => await _http.PostAsync(_address, Body(instructions, question), attempt), stop);
        }
        catch (Exception error) when (error is HttpRequestException or TimeoutRejectedException)
        {
            throw new IOException(
                $"{_address} could not be reached in {_options.Retries + 1} attempts ({error.GetBaseException().Message}); what was answered is kept, start again to go on.", error);
        }
    }

    /// <summary>With its length in front: small servers do not read a body that comes in chunks.</summary>
    private StringContent Body(string instructions, string question)
    {
        var json = new JsonObject
        {
            ["model"] = _options.Model,
            ["messages"] = new JsonArray(
                new JsonObject { ["role"] = "system", ["content"] = instructions },
                new JsonObject { ["role"] = "user", ["content"] = question }),
        };
        return new StringContent(json.ToJsonString(), Encoding.UTF8, "application/json");
    }

    private static string Answer(string body)
    {
        try
        {
            using var json = JsonDocument.Parse(body);
            return json.RootElement.GetProperty("choices")[0].GetProperty("message").GetProperty("content").GetString()
                ?? throw new ItemException("an answer without text");
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or IndexOutOfRangeException)
        {
            throw new ItemException("an answer that is no chat completion", error);
        }
    }

    /// <summary>Some endpoints repeat the key in what they say about it.</summary>
    private string Shown(string body)
    {
        var line = body.ReplaceLineEndings(" ").Trim();
        var shown = line.Length > MostOfBody ? $"{line[..MostOfBody]}…" : line;
        return _options.ApiKey is { Length: > 0 } key ? shown.Replace(key, "(key)") : shown;
    }
}
