namespace EvalAwareness.Inference.Templating;

/// <summary>Variables by name; what is not here is looked up outside. Setting never reaches outside.</summary>
internal sealed class Scope(Scope? outer = null)
{
    private readonly Dictionary<string, object?> _variables = [];

    public object? this[string name]
    {
        set => _variables[name] = value;
    }

    public object? Find(string name)
    {
        for (var scope = this; scope is not null; scope = scope.Outer)
        {
            if (scope._variables.TryGetValue(name, out var value))
                return value;
        }
        return new Undefined(name);
    }

    private Scope? Outer { get; } = outer;
}
