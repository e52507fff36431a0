using System.Runtime.CompilerServices;

namespace EvalAwareness.Inference.Templating;

/// <summary>What one rendering may use up: a template comes with a checkpoint and is not trusted.</summary>
internal sealed class Budget
{
    public const long MostSteps = 2_000_000;
    public const long MostCharacters = 100_000_000;

    private long _steps;
    private long _characters;

    /// <summary>Counts turns of loops, items built and calls of macros.</summary>
    public void Spend(long steps)
    {
        _steps += steps;
        if (_steps > MostSteps)
            throw new TemplateException($"more than {MostSteps} steps");
    }

    /// <summary>Counts characters before they are made.</summary>
    public void Reserve(long characters)
    {
        _characters += characters;
        if (_characters > MostCharacters)
            throw new TemplateException($"more than {MostCharacters} characters");
    }

    /// <summary>Refuses to go deeper when the stack would not carry it.</summary>
    public static void GuardDepth()
    {
        if (!RuntimeHelpers.TryEnsureSufficientExecutionStack())
            throw new TemplateException("nested too deeply");
    }
}
