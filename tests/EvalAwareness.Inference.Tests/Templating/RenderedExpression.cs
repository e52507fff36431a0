using EvalAwareness.Inference.Templating;

namespace EvalAwareness.Inference.Tests.Templating;

internal static class RenderedExpression
{
    public static string Render(string source) =>
        new Renderer(new Budget()).Render(TemplateParser.Parse(source), Builtins.CreateScope(new DateOnly(2024, 7, 26)));
}
