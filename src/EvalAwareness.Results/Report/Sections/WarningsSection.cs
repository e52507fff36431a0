using EvalAwareness.Results.Report.Html;

namespace EvalAwareness.Results.Report.Sections;

/// <summary>What the run warned of.</summary>
internal static class WarningsSection
{
    public static Markup Of(RunFacts run) => run.Warnings is { Count: > 0 } warnings
        ? Markup.Of($"""<aside class="warnings" role="note"><h2>Read this first</h2><ul>{warnings.Select(Line)}</ul></aside>""")
        : Markup.Nothing;

    private static Markup Line(string warning) => Markup.Of($"<li>{warning}</li>");
}
