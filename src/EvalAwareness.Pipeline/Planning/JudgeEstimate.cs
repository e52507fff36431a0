namespace EvalAwareness.Pipeline.Planning;

/// <summary>The most that the judge of an audit can be asked: identical questions, and those answered before, cost nothing.</summary>
/// <param name="Model">Who is asked.</param>
/// <param name="Requests">Requests.</param>
/// <param name="PromptTokens">Tokens of all questions, a token for every four bytes, every explanation as long as it may be.</param>
/// <param name="AnswerTokens">Tokens of all answers, each as long as it may be.</param>
/// <param name="Cost">By the prices of the settings; null without any.</param>
public sealed record JudgeEstimate(string Model, long Requests, long PromptTokens, long AnswerTokens, decimal? Cost);
