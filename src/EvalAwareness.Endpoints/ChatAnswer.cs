using Microsoft.Extensions.AI;

namespace EvalAwareness.Endpoints;

/// <summary>An answer and what it took.</summary>
/// <param name="Response">The answer.</param>
/// <param name="Attempts">Requests, the answered one included.</param>
/// <param name="Latency">Time that the answered request took.</param>
public sealed record ChatAnswer(ChatResponse Response, int Attempts, TimeSpan Latency);
