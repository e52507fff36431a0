namespace EvalAwareness.Results.Charts;

/// <summary>A figure on disk.</summary>
/// <param name="Name">File name without extension.</param>
/// <param name="Title">What it shows, in a few words.</param>
/// <param name="Caption">How to read it, in a few sentences.</param>
/// <param name="SvgPath">Its drawing; text stays text.</param>
/// <param name="PngPath">The same at twice the pixels.</param>
public sealed record Figure(string Name, string Title, string Caption, string SvgPath, string PngPath);
