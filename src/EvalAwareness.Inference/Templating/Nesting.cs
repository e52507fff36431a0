using System.Runtime.CompilerServices;

namespace EvalAwareness.Inference.Templating;

/// <summary>Counts how deep something recurses. A stack must not only carry it: to unwind a full one takes a hundred megabytes.</summary>
internal sealed class Nesting(int deepest)
{
    private int _depth;

    /// <summary>One level deeper, until the result is disposed of.</summary>
    public Level Deepen(int line = 0)
    {
        if (_depth == deepest || !RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new TemplateException("nested too deeply", line);
        _depth++;
        return new Level(this);
    }

    public readonly ref struct Level(Nesting nesting)
    {
        public void Dispose() => nesting._depth--;
    }
}
