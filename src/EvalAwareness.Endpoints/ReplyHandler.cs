using System.Net;
using System.Net.Http.Headers;

namespace EvalAwareness.Endpoints;

/// <summary>Brings a whole successful reply, or says what the failure is, the same way for every protocol.</summary>
internal sealed class ReplyHandler(string? key, TimeProvider time, HttpMessageHandler inner) : DelegatingHandler(inner)
{
    private const int MostOfBody = 300;
    private const long LargestReply = 16 << 20;

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken stop)
    {
        var response = await ReceiveAsync(request, stop);
        if (response.IsSuccessStatusCode)
            return response;
        using (response)
            throw Failed(response, await response.Content.ReadAsStringAsync(stop));
    }

    /// <summary>With its body: a connection that drops in the middle of it is as passing as one that never came about.</summary>
    private async Task<HttpResponseMessage> ReceiveAsync(HttpRequestMessage request, CancellationToken stop)
    {
        HttpResponseMessage? response = null;
        try
        {
            // Small servers do not read a body that comes in chunks.
            if (request.Content is { } content)
                await content.LoadIntoBufferAsync(stop);
            response = await base.SendAsync(request, stop);
            await response.Content.LoadIntoBufferAsync(LargestReply, stop);
            return response;
        }
        catch (Exception error) when (error is HttpRequestException or IOException)
        {
            response?.Dispose();
            throw new EndpointException(EndpointFailure.Passing, $"{Where(request)} did not answer ({Secret.Hide(error.GetBaseException().Message, key)})");
        }
    }

    private EndpointException Failed(HttpResponseMessage response, string body)
    {
        var said = Secret.Hide(body.ReplaceLineEndings(" ").Trim(), key);
        var shown = said.Length > MostOfBody ? $"{said[..MostOfBody]}…" : said;
        return new EndpointException(FailureOf(response.StatusCode), $"{Where(response.RequestMessage!)} answered {(int)response.StatusCode}: {shown}")
        {
            Status = (int)response.StatusCode,
            RetryAfter = Wait(response.Headers.RetryAfter),
        };
    }

    private static EndpointFailure FailureOf(HttpStatusCode status) => status switch
    {
        HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => EndpointFailure.Passing,
        HttpStatusCode.BadRequest or HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.UnprocessableEntity => EndpointFailure.Question,
        _ => EndpointFailure.Configuration,
    };

    /// <summary>In seconds or until a date; a date that has passed asks for none.</summary>
    private TimeSpan? Wait(RetryConditionHeaderValue? header) => header switch
    {
        { Delta: { } seconds } => seconds,
        { Date: { } date } => date > time.GetUtcNow() ? date - time.GetUtcNow() : TimeSpan.Zero,
        _ => null,
    };

    private static string Where(HttpRequestMessage request) => request.RequestUri!.GetLeftPart(UriPartial.Path);
}
