namespace EvalAwareness.Core;

/// <summary>One item cannot be processed; the run goes on without it.</summary>
public sealed class ItemException(string message, Exception? inner = null) : Exception(message, inner);
