namespace EvalAwareness.Endpoints;

/// <summary>The next question could cost more than what is left. What was answered stays.</summary>
public sealed class BudgetException(string message) : Exception(message);
