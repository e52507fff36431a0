namespace EvalAwareness.Inference.Templating;

/// <summary>A macro, a method or a built-in function.</summary>
internal delegate object? Callable(Arguments arguments);
