namespace EvalAwareness.Results.Report;

/// <summary>One figure of a report.</summary>
/// <param name="Caption">What is drawn and what its uncertainty is; plain text.</param>
/// <param name="SvgMarkup">A whole SVG document.</param>
public sealed record ReportFigure(string Title, string Caption, string SvgMarkup);
