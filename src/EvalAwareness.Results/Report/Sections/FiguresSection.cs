using System.Text;
using EvalAwareness.Results.Report.Html;

namespace EvalAwareness.Results.Report.Sections;

/// <summary>The figures with their captions.</summary>
internal static class FiguresSection
{
    public static Markup Of(IReadOnlyList<ReportFigure> figures) => figures.Count == 0
        ? Markup.Nothing
        : Markup.Of($"""<section id="figures"><h2>Figures</h2><div class="figures">{figures.Select(Figure)}</div></section>""");

    private static Markup Figure(ReportFigure figure) => Markup.Of($"""
        <figure><img alt="{figure.Title}" src="{DataAddress(figure.SvgMarkup)}">
        <figcaption><b>{figure.Title}.</b> {figure.Caption}</figcaption></figure>
        """);

    // As an image an SVG runs no script, and its ids cannot collide with those of another figure.
    private static string DataAddress(string svg) => $"data:image/svg+xml;base64,{Convert.ToBase64String(Encoding.UTF8.GetBytes(svg))}";
}
