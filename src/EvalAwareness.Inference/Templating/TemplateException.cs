using EvalAwareness.Core;

namespace EvalAwareness.Inference.Templating;

/// <summary>A template that cannot be read or rendered. Line numbers count from 1; 0 where none is known.</summary>
internal sealed class TemplateException(string problem, int line = 0)
    : Exception(OneLine.Of(line > 0 ? $"chat template, line {line}: {problem}" : $"chat template: {problem}"))
{
    public string Problem { get; } = problem;

    public int Line { get; } = line;

    public TemplateException At(int line) => Line > 0 ? this : new TemplateException(Problem, line);
}
