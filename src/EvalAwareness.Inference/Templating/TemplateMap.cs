namespace EvalAwareness.Inference.Templating;

/// <summary>A dictionary that keeps the order of its keys.</summary>
internal sealed class TemplateMap : OrderedDictionary<string, object?>;
