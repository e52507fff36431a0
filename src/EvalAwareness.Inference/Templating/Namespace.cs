namespace EvalAwareness.Inference.Templating;

/// <summary>What <c>namespace()</c> makes: the one value whose attributes a template may set, from inside a loop too.</summary>
internal sealed class Namespace
{
    public Dictionary<string, object?> Attributes { get; } = [];
}
